package reclens.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import reclens.domain.CancellationToken;
import reclens.domain.Checkpoint;
import reclens.domain.DataException;
import reclens.domain.Problem;
import reclens.domain.ProgressListener;
import reclens.domain.Tensor;

/**
 * Reads model files: {@code .safetensors}, and what {@code torch.save} writes, as a zip or as the stream of PyTorch before
 * 1.6. The kind is recognised by content. Nothing in a file is ever run.
 */
public final class CheckpointReader {
    private static final String STAGE = "progress.reading-model";
    private static final int BLOCK = 1 << 18;

    private CheckpointReader() {}

    /**
     * Reads a checkpoint.
     *
     * @throws reclens.domain.NotFoundException when there is no such file
     * @throws DataException when it is malformed, cut short, of no known format, without tensors, or asks to run code
     * @throws reclens.domain.CancelledException when cancelled
     */
    public static Checkpoint read(Path file, ProgressListener progress, CancellationToken cancellation) {
        long length = InputFile.length(file);
        progress.progress(STAGE, 0);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            byte[] start = start(file);
            String format;
            TorchReader.Content content;
            if (isZip(start)) {
                format = "torch-zip";
                content = TorchZipReader.read(file, length, cancellation);
            } else if (TorchLegacyReader.recognises(start)) {
                format = "torch-legacy";
                content = TorchLegacyReader.read(file, length, channel, cancellation);
            } else if (looksLikeSafetensors(start, length)) {
                format = "safetensors";
                Map<String, Tensor> tensors =
                        new SafetensorsReader(file, length, ZipBytes.SEGMENT).read(channel, cancellation);
                content = new TorchReader.Content(tensors, Map.of(), PickledDataset.NONE);
            } else {
                throw new DataException(Problem.of("not a model file of a known format")
                        .at(file.toString())
                        .expected(".safetensors, or a .pth or .pt of torch.save")
                        .found(length + " bytes that start with "
                                + HexFormat.of().formatHex(start, 0, Math.min(8, start.length))));
            }
            progress.progress(STAGE, 0.5);
            String digest = sha256(file, length, progress, cancellation);
            progress.progress(STAGE, 1);
            return new Checkpoint(
                    file,
                    format,
                    digest,
                    content.tensors(),
                    content.settings(),
                    content.dataset().features(),
                    content.dataset().vocabularies());
        } catch (IOException e) {
            throw InputFile.unreadable(file, e);
        }
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(64);
        }
    }

    private static boolean isZip(byte[] start) {
        return start.length >= 4 && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4;
    }

    /** A header length and then JSON; a wrong length or JSON that starts wrongly still is one, and damaged. */
    private static boolean looksLikeSafetensors(byte[] start, long length) {
        if (start.length <= Long.BYTES) {
            return false;
        }
        long header = 0;
        for (int i = Long.BYTES - 1; i >= 0; i--) {
            header = header << 8 | start[i] & 0xff;
        }
        return start[Long.BYTES] == '{' || header > 1 && header <= length - Long.BYTES;
    }

    private static String sha256(Path file, long length, ProgressListener progress, CancellationToken cancellation)
            throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        byte[] block = new byte[BLOCK];
        long done = 0;
        int blocks = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                cancellation.check();
                digest.update(block, 0, n);
                done += n;
                if ((++blocks & 63) == 0) {
                    progress.progress(STAGE, 0.5 + 0.5 * done / Math.max(1, length));
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
