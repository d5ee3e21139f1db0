package reclens.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reclens.domain.CancellationToken;
import reclens.domain.CancelledException;
import reclens.domain.DataException;
import reclens.domain.Interaction;
import reclens.domain.NotFoundException;
import reclens.domain.ProgressListener;
import reclens.domain.TablePreview;
import reclens.domain.TimeOrder;

class HistoryReaderTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user_id,item_id,timestamp\nu,a,1\nu,b,2\nv,a,3\n",
                "user_id;item_id;timestamp\r\nu;a;1\r\nu;b;2\r\nv;a;3\r\n",
                "userId|productId|ts\nu|a|1\nu|b|2\nv|a|3",
                "visitorid\titemid\ttimestamp\nu\ta\t1\nu\tb\t2\nv\ta\t3\n",
                "user_id:token\titem_id:token\ttimestamp:float\nu\ta\t1\nu\tb\t2\nv\ta\t3.0\n",
                "UserID::MovieID::Timestamp\nu::a::1\nu::b::2\nv::a::3\n",
                "user item timestamp\nu a 1\nu b 2\nv a 3\n",
                "\ufeff\"user_id\",\"item_id\",\"timestamp\"\n\"u\",\"a\",\"1\"\nu,\"b\",2\n\nv,a,3\n",
                "{\"user\":\"u\",\"item\":\"a\",\"ts\":1}\n{\"user\":\"u\",\"item\":\"b\",\"ts\":2}\n{\"user\":\"v\",\"item\":\"a\",\"ts\":3}\n",
                "{\"session\":\"u\",\"events\":[{\"aid\":\"a\",\"ts\":1},{\"aid\":\"b\",\"ts\":2}]}\n{\"session\":\"v\",\"events\":[{\"aid\":\"a\",\"ts\":3}]}\n",
            })
    void readsTheSameEventsFromEveryForm(String text) throws IOException {
        HistoryFile file = read(text);
        assertThat(file.log().users()).containsExactly("u", "v");
        assertThat(items(file, "u")).containsExactly("a", "b");
        assertThat(items(file, "v")).containsExactly("a");
        assertThat(file.log().history(0).events().get(1).time()).hasToString("1970-01-01T00:00:02Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 5\n1 6\n2 5\n", "1 5 6\n2 5\n", "1 5 6 \n\n2  5\n", "1\t5\n1\t6\n2\t5\n"})
    void readsTheTextOfSasRec(String text) throws IOException {
        HistoryFile file = read(text);
        assertThat(items(file, "1")).containsExactly("5", "6");
        assertThat(items(file, "2")).containsExactly("5");
        assertThat(file.log().hasTimes()).isFalse();
    }

    @Test
    void readsRatingsWithoutAHeaderAndSaysWhatItAssumed() throws IOException {
        HistoryFile file = read("1::1193::5::978300760\n1::661::3::978302109\n");
        assertThat(items(file, "1")).containsExactly("1193", "661");
        assertThat(file.log().history(0).events().get(0).time()).hasToString("2000-12-31T22:12:40Z");
        assertThat(file.notices())
                .containsExactly(
                        "The file has no header: column 1 is taken as the user, column 2 as the item, column 4 as"
                                + " the time.");
    }

    @Test
    void sortsByTimeWithinAUserStably() throws IOException {
        HistoryFile file = read("user,item,time\nu,late,30\nu,first,10\nv,x,5\nu,second,10\nu,third,10\n");
        assertThat(items(file, "u")).containsExactly("first", "second", "third", "late");
    }

    /** 885991075 and 885991076, scaled to 0..1 over the file's seven months, round to the same 32-bit number. */
    @ParameterizedTest
    @CsvSource({"EXACT, a, b", "RECBOLE, b, a"})
    void tellsTimesApartAsFinelyAsAsked(TimeOrder order, String first, String second) throws IOException {
        Path file = Files.writeString(
                folder.resolve("history.csv"),
                "user_id,item_id,timestamp\nv,c,893286638\nu,b,885991076\nu,a,885991075\nu,d,874724711\nv,c,874724710\n");

        HistoryFile history = HistoryReader.read(
                HistorySource.of(file).ordered(order), ProgressListener.NONE, new CancellationToken());

        assertThat(items(history, "u")).containsExactly("d", first, second);
        assertThat(history.log().order()).isEqualTo(order);
    }

    @Test
    void keepsTheOrderOfTheFileWithoutTimes() throws IOException {
        HistoryFile file = read("user,item\nu,c\nu,a\nu,b\n");
        assertThat(items(file, "u")).containsExactly("c", "a", "b");
        assertThat(file.log().history(0).events().get(0).time()).isNull();
    }

    @Test
    void readsQuotedFieldsWithSeparatorsQuotesAndLineBreaks() throws IOException {
        HistoryFile file = read("user,title,item\nu,\"a, \"\"b\"\"\nc\",i1\nu,x,i2\n");
        assertThat(items(file, "u")).containsExactly("i1", "i2");
    }

    @Test
    void keepsOnlyTheEventsThatWereAskedFor() throws IOException {
        HistorySource source = source("user,item,event\nu,a,view\nu,b,purchase\nu,c,view\n");
        HistorySource purchases = new HistorySource(
                source.file(), Map.of(), Optional.empty(), Optional.empty(), List.of("purchase"), false);
        HistoryFile file = read(purchases);
        assertThat(items(file, "u")).containsExactly("b");
        assertThat(file.log().items()).containsExactly("b");
        assertThat(file.log().history(0).events().get(0).event()).isEqualTo("purchase");
        assertThat(file.notices()).containsExactly("2 events of other types than purchase were left out.");
    }

    @Test
    void saysWhichTypesThereAreWhenNoneIsLeft() throws IOException {
        Path file = source("user,item,event\nu,a,view\nu,b,cart\n").file();
        HistorySource source =
                new HistorySource(file, Map.of(), Optional.empty(), Optional.empty(), List.of("buy"), false);
        assertThatThrownBy(() -> read(source))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("no event of the wanted types; expected buy, found view, cart");
    }

    @Test
    void aFileWithoutEventsIsRefused() throws IOException {
        assertThatThrownBy(() -> read(source("user,item,time\n")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(
                        "no events in the file; found 0 lines of data; give a file with at least one event below its heading");
    }

    @Test
    void takesTheColumnsThatAreNamed() throws IOException {
        HistorySource source = source("who,what,when\nu,a,2\nu,b,1\n")
                .withColumns(Map.of("user", "who", "item", "WHAT", "time", "when"));
        assertThat(items(read(source), "u")).containsExactly("b", "a");
    }

    @Test
    void listsTheColumnsWhenNoneIsKnown() throws IOException {
        HistorySource source = source("who,what,when\nu,a,2\n");
        assertThatThrownBy(() -> read(source))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("cannot tell which column holds the users and items")
                .hasMessageContaining("found columns who, what, when; name the columns, such as user=who,item=when");
    }

    @Test
    void listsTheColumnsWhenANamedOneIsMissing() throws IOException {
        HistorySource source = source("user,item\nu,a\n").withColumns(Map.of("time", "when"));
        assertThatThrownBy(() -> read(source))
                .hasMessageContaining("no column 'when' for the time; found columns user, item");
    }

    @Test
    void refusesAMalformedLineNamingIt() throws IOException {
        HistorySource source = source("user,item,time\nu,a,1\nu,b\nu,c,3\n");
        assertThatThrownBy(() -> read(source))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(
                        "history.txt:3: malformed line: expected 3 fields but found 2; mend the line, or skip");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"u,,1", ",a,1", "u,a,", "u,a,yesterday", "u,a,2024-02-30", "u,a,1,x", "u,\"a\"b,1", "u,\"a,1"})
    void countsMalformedLinesWhenAsked(String bad) throws IOException {
        HistorySource source = source("user,item,time\nu,first,1\n" + bad + "\nu,last,3\n");
        assertThatThrownBy(() -> read(source)).hasMessageContaining("history.txt:3: malformed line: ");
        HistoryFile file = read(source.skippingBadLines(true));
        assertThat(items(file, "u")).containsExactly("first", "last");
        assertThat(file.badLineCount()).isEqualTo(1);
        assertThat(file.badLines()).extracting(BadLine::line).containsExactly(3L);
        assertThat(file.lines()).isEqualTo(3);
        assertThat(file.notices())
                .anyMatch(n -> n.startsWith("1 of 3 lines are malformed and were skipped, the first is line 3"));
    }

    @Test
    void listsTheFirstTwentyOfManyMalformedLines() throws IOException {
        HistoryFile file = read(source("user,item\nu,a\n" + "x\n".repeat(50)).skippingBadLines(true));
        assertThat(file.badLineCount()).isEqualTo(50);
        assertThat(file.badLines()).hasSize(20);
    }

    @Test
    void countsMalformedJsonLinesWhenAsked() throws IOException {
        HistorySource source = source("{\"user\":\"u\",\"item\":1}\n{\"user\":\"u\",\n{\"user\":\"u\",\"item\":2}\n");
        assertThatThrownBy(() -> read(source)).hasMessageContaining("history.txt:2: not valid JSON");
        HistoryFile file = read(source.skippingBadLines(true));
        assertThat(items(file, "u")).containsExactly("1", "2");
        assertThat(file.badLines()).extracting(BadLine::line).containsExactly(2L);
    }

    @Test
    void countsALoneUserInTextOfSasRec() throws IOException {
        HistorySource source = source("1 5 6\n2\n3 7\n");
        assertThatThrownBy(() -> read(source))
                .hasMessageContaining("history.txt:2: malformed line: expected a user and");
        assertThat(read(source.skippingBadLines(true)).badLineCount()).isEqualTo(1);
    }

    @Test
    void refusesIdsThatASpreadsheetDestroyed() throws IOException {
        HistorySource source = source("user,item\nu,5\nu,2.10381E+18\nv,2.10381E+18\n");
        assertThatThrownBy(() -> read(source))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("history.txt:3: a spreadsheet destroyed 2 ids of the column 'item'")
                .hasMessageContaining("found 2.10381E+18")
                .hasMessageContaining("import that column as text");
    }

    @Test
    void refusesUserIdsThatASpreadsheetDestroyed() throws IOException {
        HistorySource source = source("user,item\n1.5E+12,5\n");
        assertThatThrownBy(() -> read(source))
                .hasMessageContaining("history.txt:2: a spreadsheet destroyed 1 ids of the column 'user'");
    }

    @Test
    void reportsDestroyedIdsOfColumnsThatNoEventNeeds() throws IOException {
        HistoryFile file = read("user,item,category_id\nu,5,2.1E+18\n");
        assertThat(file.notices())
                .containsExactly("A spreadsheet destroyed 1 ids of the column 'category_id', the first,"
                        + " 2.1E+18, on line 2; events do not need that column.");
    }

    @Test
    void takesTheSessionWhereTheUserIsMissing() throws IOException {
        HistoryFile file = read("sessionId;userId;itemId\n7;NA;a\n8;;b\n9;8;c\n");
        assertThat(items(file, "7")).containsExactly("a");
        assertThat(items(file, "session 8")).containsExactly("b");
        assertThat(items(file, "8")).containsExactly("c");
        assertThat(file.notices())
                .anyMatch(n -> n.startsWith("Where the user is missing, the session stands for a user"));
    }

    @Test
    void addsTheTimeWithinTheSessionToItsDate() throws IOException {
        HistoryFile file =
                read("sessionId;itemId;timeframe;eventdate\n1;late;5000;2016-05-09\n1;early;250;2016-05-09\n");
        assertThat(items(file, "1")).containsExactly("early", "late");
        assertThat(file.log().history(0).events().get(0).time()).hasToString("2016-05-09T00:00:00.250Z");
    }

    @Test
    void aColumnOfTimesThatIsRefusedIsNotRecognised() throws IOException {
        HistorySource source = source("user,item,type,time\na,late,view,2\na,early,buy,1\n");
        assertThat(items(read(source), "a")).containsExactly("early", "late");
        HistoryFile file = read(source.withColumns(Map.of("time", "", "event", "")));
        assertThat(items(file, "a")).containsExactly("late", "early");
        assertThat(file.log().hasTimes()).isFalse();
        assertThat(file.log().eventTypes()).containsExactly("");
    }

    @Test
    void theOffsetWithinADayStandsWhenItsDateIsNamed() throws IOException {
        HistorySource source =
                source("sessionId;itemId;timeframe;eventdate\n1;late;5000;2016-05-09\n1;early;250;2016-05-09\n");
        assertThat(items(read(source.withColumns(Map.of("time", "eventdate"))), "1"))
                .containsExactly("early", "late");
    }

    @Test
    void aPictureIsNoTextOfAnotherEncoding() throws IOException {
        Path path = Files.write(
                folder.resolve("history.txt"), new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0});
        assertThatThrownBy(() -> read(HistorySource.of(path)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("not a text file; expected text in lines")
                .hasMessageContaining("found binary data");
    }

    @Test
    void thePreviewShowsTheEventsOfSessionsOneByOne() throws IOException {
        HistorySource source = source("{\"session\": 1, \"events\": [{\"aid\": 7, \"ts\": 1, \"type\": \"clicks\"},"
                + " {\"aid\": 8, \"ts\": 2, \"type\": \"carts\"}]}\n");
        TablePreview preview = HistoryPreview.of(source.file(), 6);
        assertThat(preview.columns()).containsExactly("session", "aid", "ts", "type");
        assertThat(preview.rows()).hasSize(2);
        assertThat(preview.roles()).containsEntry("item", "aid").containsEntry("event", "type");
    }

    @Test
    void readsLatin1WhenNamed() throws IOException {
        Path path = Files.write(
                folder.resolve("history.txt"), "user,item\nRenée,café\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> read(HistorySource.of(path)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("the text is not UTF-8; name the encoding");
        Charset latin = StandardCharsets.ISO_8859_1;
        HistorySource source =
                new HistorySource(path, Map.of(), Optional.of(latin), Optional.empty(), List.of(), false);
        assertThat(items(read(source), "Renée")).containsExactly("café");
    }

    @Test
    void refusesMoreEventTypesThanCanBe() throws IOException {
        StringBuilder text = new StringBuilder("user,item,type\n");
        for (int i = 0; i < 200; i++) {
            text.append("u,a,type").append(i).append('\n');
        }
        HistorySource source = source(text.toString());
        assertThatThrownBy(() -> read(source))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("more than 127 types of events");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "user,item\n"})
    void refusesAFileWithoutEvents(String text) throws IOException {
        HistorySource source = source(text);
        assertThatThrownBy(() -> read(source)).isInstanceOf(DataException.class);
    }

    @Test
    void saysThatAFileIsMissing() {
        HistorySource source = HistorySource.of(folder.resolve("none.csv"));
        assertThatThrownBy(() -> read(source)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void tellsItsProgress() throws IOException {
        List<Double> heard = new ArrayList<>();
        HistorySource source = source("user,item\n" + "u,a\n".repeat(200_000));
        HistoryReader.read(source, (stage, fraction) -> heard.add(fraction), new CancellationToken());
        assertThat(heard).hasSizeBetween(5, 200).isSorted().endsWith(1.0);
    }

    @Test
    void stopsWhenCancelledMidway() throws IOException {
        CancellationToken token = new CancellationToken();
        HistorySource source = source("user,item\n" + "u,a\n".repeat(200_000));
        assertThatThrownBy(() -> HistoryReader.read(
                        source,
                        (stage, fraction) -> {
                            if (fraction > 0.3) {
                                token.cancel();
                            }
                        },
                        token))
                .isInstanceOf(CancelledException.class);
    }

    private HistorySource source(String text) throws IOException {
        return HistorySource.of(Files.writeString(folder.resolve("history.txt"), text));
    }

    private HistoryFile read(String text) throws IOException {
        return read(source(text));
    }

    private static HistoryFile read(HistorySource source) {
        return HistoryReader.read(source, ProgressListener.NONE, new CancellationToken());
    }

    private static List<String> items(HistoryFile file, String user) {
        return file.log().history(file.log().indexOfUser(user).orElseThrow()).events().stream()
                .map(Interaction::item)
                .toList();
    }
}
