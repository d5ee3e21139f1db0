package reclens.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import reclens.session.Workspace;
import reclens.session.WorkspaceBuilder;
import reclens.session.WorkspaceSource;

/** The synthetic shop with a checkpoint of three tensors on disk, for tests of what shows the file of a model. */
public final class StoredModel {
    /** 2 x 3: three zeros, 1, 2 and NaN. */
    public static final String ITEMS = "item_embedding.weight";
    /** Four values: 1, 2, 3, 4. */
    public static final String BIAS = "encoder.layer.0.bias";
    /** Two values, both NaN. */
    public static final String BROKEN = "broken.weight";

    private StoredModel() {}

    /** Writes the file and opens the shop around it. */
    public static Workspace open(Path folder, String name) {
        try {
            return open(write(folder.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path write(Path file) throws IOException {
        String header = "{\"" + ITEMS + "\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[0,24]},\"" + BIAS
                + "\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[24,40]},\"" + BROKEN
                + "\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[40,48]}}";
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + json.length + 48).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(json.length).put(json);
        for (float value : new float[] {0, 0, 0, 1, 2, Float.NaN, 1, 2, 3, 4, Float.NaN, Float.NaN}) {
            bytes.putFloat(value);
        }
        return Files.write(file, bytes.array());
    }

    private static Workspace open(Path file) throws IOException {
        Workspace shop = SyntheticWorkspace.of(2);
        return new WorkspaceBuilder(shop.model())
                .source(WorkspaceSource.files(file, file.resolveSibling("history.csv")))
                .title(shop.title())
                .application(shop.provenance().application())
                .checkpoint(String.valueOf(file.getFileName()), sha256(Files.readAllBytes(file)))
                .vocabulary(shop.vocabulary())
                .catalog(shop.catalog())
                .log(shop.log())
                .users(shop.users())
                .build();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
