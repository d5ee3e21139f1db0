package reclens.files;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reclens.domain.CancellationToken;
import reclens.domain.ProgressListener;

/** Opens text files: byte order marks, strict decoding, progress by bytes, cancellation. */
final class TextInput {
    private static final int SAMPLE_LINES = 20;
    private static final int SAMPLE_CHARS = 1 << 16;

    private TextInput() {}

    /** The charset that a byte order mark states, else the one that was named, else UTF-8. */
    static Charset charset(Path file, Optional<Charset> named) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(3);
        }
        if (startsWith(start, 0xfe, 0xff) || startsWith(start, 0xff, 0xfe)) {
            return StandardCharsets.UTF_16;
        }
        return startsWith(start, 0xef, 0xbb, 0xbf) ? StandardCharsets.UTF_8 : named.orElse(StandardCharsets.UTF_8);
    }

    /** Decodes strictly; a byte order mark is skipped. */
    static Reader open(Path file, Charset charset, String stage, ProgressListener progress, CancellationToken token)
            throws IOException {
        InputStream in = new Metered(Files.newInputStream(file), InputFile.length(file), stage, progress, token);
        BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
        buffered.mark(3);
        if (!startsWith(buffered.readNBytes(3), 0xef, 0xbb, 0xbf)) {
            buffered.reset();
        }
        return new InputStreamReader(
                buffered,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /** The first lines that are not blank, to recognise the format by. */
    static List<String> sample(Path file, Charset charset) throws IOException {
        List<String> lines = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(
                open(file, charset, "", ProgressListener.NONE, new CancellationToken()), SAMPLE_CHARS)) {
            char[] chars = new char[SAMPLE_CHARS];
            int n = Math.max(0, in.read(chars));
            boolean cut = n == chars.length;
            String[] all = new String(chars, 0, n).split("\\R");
            // The last line of a cut sample is not whole, unless it is the only one.
            int whole = cut && all.length > 1 ? all.length - 1 : all.length;
            for (int i = 0; i < whole && lines.size() < SAMPLE_LINES; i++) {
                if (!all[i].isBlank()) {
                    lines.add(all[i]);
                }
            }
        } catch (CharacterCodingException e) {
            throw InputFile.wrongEncoding(file, charset, e);
        }
        return lines;
    }

    private static boolean startsWith(byte[] bytes, int... values) {
        for (int i = 0; i < values.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xff) != values[i]) {
                return false;
            }
        }
        return true;
    }

    /** Counts bytes for the progress listener, about a hundred times a file. */
    private static final class Metered extends FilterInputStream {
        private final long length;
        private final String stage;
        private final ProgressListener progress;
        private final CancellationToken token;
        private long done;
        private long next;

        Metered(InputStream in, long length, String stage, ProgressListener progress, CancellationToken token) {
            super(in);
            this.length = length;
            this.stage = stage;
            this.progress = progress;
            this.token = token;
        }

        @Override
        public int read(byte[] target, int offset, int count) throws IOException {
            token.check();
            int n = in.read(target, offset, count);
            done += Math.max(0, n);
            if (done >= next) {
                next = done + Math.max(1, length / 100);
                progress.progress(stage, Math.min(1, (double) done / Math.max(1, length)));
            }
            return n;
        }
    }
}
