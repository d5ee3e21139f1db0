package reclens.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import reclens.domain.DataException;
import reclens.domain.NotFoundException;
import reclens.domain.Problem;

/** Reads back the text metadata of a report. */
public final class ReportMetadata {
    private ReportMetadata() {}

    /**
     * @return texts by keyword; empty when the picture has none
     * @throws DataException when the file is no PNG
     */
    public static Map<String, String> read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new NotFoundException(
                    Problem.of("no such file").at(file.toString()).fix("check the path"));
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("png");
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                Element root = (Element) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
                return texts(root.getElementsByTagName("iTXtEntry"));
            } finally {
                reader.dispose();
            }
        } catch (IOException e) {
            throw new DataException(
                    Problem.of("not a PNG picture").at(file.toString()).found(e.getMessage()), e);
        }
    }

    private static Map<String, String> texts(NodeList entries) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = 0; i < entries.getLength(); i++) {
            Element entry = (Element) entries.item(i);
            texts.put(entry.getAttribute("keyword"), entry.getAttribute("text"));
        }
        return texts;
    }
}
