package reclens.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Numbers distinct texts in the order of their first appearance, without making a string of every occurrence. */
final class SliceInterner {
    private static final int EMPTY = -1;

    private final List<String> texts = new ArrayList<>();
    private int[] hashes = new int[1 << 10];
    private int[] table = new int[1 << 11];

    SliceInterner() {
        Arrays.fill(table, EMPTY);
    }

    /** The number of the text in {@code chars[offset, offset + length)}. */
    int intern(char[] chars, int offset, int length) {
        int hash = 0;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + chars[i];
        }
        hash ^= hash >>> 15;
        int mask = table.length - 1;
        int slot = hash * 0x9E3779B9 >>> 7 & mask;
        for (int index = table[slot]; index != EMPTY; index = table[slot = slot + 1 & mask]) {
            if (hashes[index] == hash && matches(texts.get(index), chars, offset, length)) {
                return index;
            }
        }
        return add(new String(chars, offset, length), hash, slot);
    }

    int size() {
        return texts.size();
    }

    String text(int index) {
        return texts.get(index);
    }

    List<String> texts() {
        return texts;
    }

    private int add(String text, int hash, int slot) {
        int index = texts.size();
        texts.add(text);
        if (index == hashes.length) {
            hashes = Arrays.copyOf(hashes, index * 2);
        }
        hashes[index] = hash;
        table[slot] = index;
        if (texts.size() * 2 > table.length) {
            grow();
        }
        return index;
    }

    private void grow() {
        table = new int[table.length * 2];
        Arrays.fill(table, EMPTY);
        int mask = table.length - 1;
        for (int i = 0; i < texts.size(); i++) {
            int slot = hashes[i] * 0x9E3779B9 >>> 7 & mask;
            while (table[slot] != EMPTY) {
                slot = slot + 1 & mask;
            }
            table[slot] = i;
        }
    }

    private static boolean matches(String text, char[] chars, int offset, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != chars[offset + i]) {
                return false;
            }
        }
        return true;
    }
}
