// The command line from end to end: the built program as a user runs it, its output, messages and exit statuses.
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <nlohmann/json.hpp>
#include <sstream>

#include "base/utf8.h"
#include "support/fixture.h"

namespace annals {
namespace {

using nlohmann::json;
using support::TemporaryFolder;

std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> lines(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> out;
  for (std::string line; std::getline(in, line);) out.push_back(line);
  return out;
}

struct Ran {
  int status;
  std::string out;
  std::string err;
};

class Cli : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(std::filesystem::exists(ANNALS_MODEL)) << "There is no " ANNALS_MODEL ". Run `make model`.";
  }

  // Runs `annals` with a shell's words behind it, by default with the tests' model.
  Ran annals(const std::string& words, const std::string& input = "", const std::string& environment = "") const {
    const std::string in = folder_.file("in", input);
    const std::string out = folder_.path("out");
    const std::string err = folder_.path("err");
    const std::string set = environment.empty() ? "ANNALS_MODEL='" ANNALS_MODEL "'" : environment;
    const std::string command =
        "cd '" + folder_.path("") + "' && " + set + " '" ANNALS_BINARY "' " + words + " <in >out 2>err";
    const int status = std::system(command.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, bytes_of(out), bytes_of(err)};
  }

  TemporaryFolder folder_;
};

TEST_F(Cli, ReadsAStory) {
  folder_.file("story.txt", "Norway recalled its envoy on Monday.");
  const Ran ran = annals("read story.txt");
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(ran.err, "");
  ASSERT_EQ(lines(ran.out).size(), 1u);
  const json record = json::parse(ran.out);
  EXPECT_EQ(record["kind"], "event");
  EXPECT_EQ(record["doc"], "story");
  EXPECT_EQ(record["type"], "SANCTION");
  EXPECT_EQ(record["trigger"], json::parse(R"({"start":7,"end":15,"text":"recalled"})"));
  EXPECT_EQ(record["actor"][0]["name"], "Norway");
  EXPECT_EQ(record["actor"][0]["country"], "NOR");
  EXPECT_EQ(record["evidence"], json::parse(R"({"start":0,"end":36,"text":"Norway recalled its envoy on Monday."})"));
}

TEST_F(Cli, ReadsStandardInput) {
  const Ran text = annals("read -", "Norway recalled its envoy.");
  EXPECT_EQ(text.status, 0);
  EXPECT_EQ(json::parse(text.out)["doc"], "stdin");
  const Ran stories = annals("read -", R"({"id":"a","text":"Norway recalled its envoy."})"
                                       "\n"
                                       R"({"id":"b","text":"Rebels shelled Port Marn."})");
  ASSERT_EQ(lines(stories.out).size(), 2u);
  EXPECT_EQ(json::parse(lines(stories.out)[1])["doc"], "b");
}

TEST_F(Cli, ReadsAFolderAndCountsWhatItPassesOver) {
  const Ran ran = annals(std::string("read '") + ANNALS_SOURCE_DIR + "/samples/press'");
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(ran.err,
            "1 story in another language was passed over (1 fr). To read what is there all the same, add "
            "--any-language.\n");
  ASSERT_GE(lines(ran.out).size(), 3u);
  EXPECT_EQ(json::parse(lines(ran.out).front())["doc"], "https://herald.example/2023/11/07/border");
  EXPECT_EQ(json::parse(lines(ran.out).back())["doc"], "mna-4711");
  EXPECT_EQ(annals(std::string("read --any-language '") + ANNALS_SOURCE_DIR + "/samples/press'").err, "");
}

TEST_F(Cli, ADatelineIsNoPartOfARecord) {
  const Ran ran = annals("read -", "NAIROBI, Kenya (AP) - Norway recalled its envoy, a spokesman said.");
  EXPECT_EQ(ran.status, 0);
  ASSERT_GE(lines(ran.out).size(), 1u);
  for (const std::string& line : lines(ran.out)) {
    EXPECT_EQ(line.find("NAIROBI"), std::string::npos) << line;
    EXPECT_EQ(json::parse(line)["evidence"]["start"], 22) << line;
  }
}

TEST_F(Cli, TheTableIsForEyes) {
  const Ran ran = annals("read --format table --evidence --published 2023-11-07 -", "Norway recalled its envoy.");
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(ran.out,
            "== stdin, 2023-11-07\n"
            "  event      SANCTION/withdraw recalled: Norway (NOR)\n"
            "             | Norway recalled its envoy.\n\n");
}

TEST_F(Cli, QuotationsAreASentenceAStatementOrWhole) {
  const std::string text =
      "\"The road is open,\" Mira Dol said. \"Trucks may pass. We wait.\" The mayor said it rained.";
  const auto contents = [&](const std::string& options) {
    std::string out;
    for (const std::string& line : lines(annals("read " + options + " -", text).out)) {
      const json record = json::parse(line);
      if (record["kind"] == "statement") out += record["content"]["text"].get<std::string>() + " | ";
    }
    return out;
  };
  EXPECT_EQ(contents(""), "The road is open | Trucks may pass. | We wait. | it rained | ");
  EXPECT_EQ(contents("--whole-quotations"),
            "The road is open,\" Mira Dol said. \"Trucks may pass. We wait. | it rained | ");
}

TEST_F(Cli, WritesATableForEachKind) {
  folder_.file("s.jsonl",
               "{\"id\":\"a\",\"text\":\"Norway recalled its envoy.\"}\n{\"id\":\"b\",\"text\":\"x\"}\n"
               "{\"id\":\"c\",\"text\":\"Rebels shelled Port Marn.\"}\n");
  const Ran ran = annals("read --format csv --output new/tables s.jsonl");
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(ran.out + ran.err, "");
  const std::vector<std::string> events = lines(bytes_of(folder_.path("new/tables/events.csv")));
  ASSERT_EQ(events.size(), 3u);
  EXPECT_TRUE(events[0].starts_with("doc,type,mode,")) << events[0];
  EXPECT_TRUE(events[1].starts_with("a,SANCTION,withdraw,")) << events[1];
  EXPECT_TRUE(events[2].starts_with("c,ASSAULT,heavy-weapons,")) << events[2];
  for (const char* table : {"statements", "figures", "movements", "talks", "roles"}) {
    const auto rows = lines(bytes_of(folder_.path("new/tables/" + std::string(table) + ".csv")));
    ASSERT_EQ(rows.size(), 1u) << table;
    EXPECT_TRUE(rows[0].starts_with("doc,")) << rows[0];
  }
}

TEST_F(Cli, TablesNeedAFolder) {
  folder_.file("s.txt", "Norway recalled its envoy.");
  EXPECT_EQ(annals("read --format csv s.txt").err,
            "--format csv: a folder for its files, one for each kind of record, is missing. Name one with --output "
            "DIR.\n");
  EXPECT_EQ(annals("read --output new s.txt").err,
            "--output: only --format csv writes into a folder. Add --format csv, or send standard output to a file "
            "with > FILE.\n");
  const Ran file = annals("read --format csv --output s.txt s.txt");
  EXPECT_EQ(file.status, 2);
  EXPECT_EQ(file.err, "s.txt: Not a directory. Name a folder that can be made there.\n");
  EXPECT_EQ(bytes_of(folder_.path("s.txt")), "Norway recalled its envoy.");
}

TEST_F(Cli, ABadLineCostsOnlyThatLine) {
  folder_.file("wire.jsonl",
               "{\"id\":\"a\",\"text\":\"Norway recalled its envoy.\"}\n"
               "{\"id\":\"b\"}\n"
               "{\"id\":\"c\",\"published\":\"tomorrow\",\"text\":\"x\"}\n"
               "{\"id\":\"d\",\"text\":\"Rebels shelled Port Marn.\"}\n");
  const Ran ran = annals("read wire.jsonl");
  EXPECT_EQ(ran.status, 1);
  EXPECT_EQ(
      ran.err,
      "wire.jsonl:2: the object has no \"text\". Write one JSON object a line, with the story's text in \"text\".\n"
      "wire.jsonl:3: \"published\" is \"tomorrow\", which is no date. Write it as 2023-11-07 or "
      "2023-11-07T18:30:00Z, or null where it is not known.\n");
  ASSERT_EQ(lines(ran.out).size(), 2u);
  EXPECT_EQ(json::parse(lines(ran.out)[1])["doc"], "d");
}

TEST_F(Cli, ExitStatusSaysHowMuchWasDone) {
  folder_.file("good.txt", "Norway recalled its envoy.");
  folder_.file("empty.txt", "");
  folder_.file("binary", std::string(1000, '\x01'));
  EXPECT_EQ(annals("read good.txt").status, 0);
  const Ran some = annals("read good.txt missing.txt binary");
  EXPECT_EQ(some.status, 1);
  EXPECT_EQ(lines(some.out).size(), 1u);
  EXPECT_EQ(some.err,
            "missing.txt: No such file or directory. Check the name.\n"
            "binary: this is no text (100 % of its bytes are control characters or malformed). Convert it to text "
            "first.\n");
  EXPECT_EQ(annals("read missing.txt binary").status, 2);
  const Ran empty = annals("read empty.txt");
  EXPECT_EQ(empty.status, 1);
  EXPECT_EQ(empty.err, "empty.txt: there is nothing in it. Leave it out, or give it a story.\n");
}

// A line of `annals pairs`; the phrases are found by their text.
std::string pair_line(const std::string& id, const std::string& text, const std::string& actor,
                      const std::string& recipient) {
  return json({{"id", id}, {"text", text}, {"actor", {{"text", actor}}}, {"recipient", {{"text", recipient}}}}).dump() +
         "\n";
}

TEST_F(Cli, CodesPairs) {
  folder_.file("p.jsonl", R"({"id":"1","text":"É: Norway recalled its ambassador from Tal.","actor":{"text":"Norway",)"
                          R"("start":3,"end":10},"recipient":{"text":"Tal","start":40,"end":43}})"
                          "\n" +
                              pair_line("2", "Rebels shelled Port Marn.", "Rebels", "Port Marn"));
  const Ran ran = annals("pairs p.jsonl");
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(ran.err, "");
  ASSERT_EQ(lines(ran.out).size(), 2u);
  const json first = json::parse(lines(ran.out)[0]), second = json::parse(lines(ran.out)[1]);
  EXPECT_EQ(first["doc"], "1");
  EXPECT_EQ(first["type"], "SANCTION");
  EXPECT_EQ(first["trigger"], json::parse(R"({"start":10,"end":18,"text":"recalled"})"));
  EXPECT_TRUE(first["why"].get<std::string>().starts_with("lexicon/acts/sanction.tsv:"));
  EXPECT_GT(first["score"].get<double>(), 0.5);
  EXPECT_EQ(second["type"], "ASSAULT");
}

TEST_F(Cli, ABadPairCostsOnlyItsLine) {
  const std::string good = pair_line("a", "Rebels shelled Port Marn.", "Rebels", "Port Marn");
  folder_.file("p.jsonl", good + "nonsense\n{\"id\":\"b\"}\n\n" + good);
  const Ran ran = annals("pairs none.jsonl p.jsonl --threads 3");
  EXPECT_EQ(ran.status, 1);
  EXPECT_EQ(lines(ran.out).size(), 2u);
  ASSERT_EQ(lines(ran.err).size(), 3u);
  EXPECT_EQ(lines(ran.err)[0], "none.jsonl: No such file or directory. Check the name.");
  EXPECT_TRUE(lines(ran.err)[1].starts_with("p.jsonl:2: this is not a JSON object. Write one object a line, as {"));
  EXPECT_TRUE(lines(ran.err)[2].starts_with("p.jsonl:3: the object has no \"text\". "));
  EXPECT_EQ(annals("pairs none.jsonl").status, 2);
}

TEST_F(Cli, PairsReadAUsersTables) {
  std::filesystem::create_directories(folder_.path("own/acts"));
  folder_.file("own/acts/games.tsv",
               "lemma\tpos\tobject\ttype\tactor\trecipient\tcomment\n"
               "outbid\tverb\t+\tRIVALRY\tsubj\tobj\ta codebook of our own\n");
  const Ran ran = annals("pairs --lexicon own -", pair_line("1", "Ostland outbid Tal.", "Ostland", "Tal"));
  EXPECT_EQ(ran.err, "");
  const json answer = json::parse(ran.out);
  EXPECT_EQ(answer["type"], "RIVALRY");
  EXPECT_TRUE(answer["why"].get<std::string>().ends_with("own/acts/games.tsv:2")) << answer;
}

// A world of one's own: the state Veskaria, its leader, and a word for an act that no dictionary has.
TEST_F(Cli, AUsersTablesChangeTheRecordsAtOnce) {
  std::filesystem::create_directories(folder_.path("own/acts"));
  folder_.file("own/countries.tsv",
               "code\tname\tadjectives\tpeople\tcapitals\tled_by\tcomment\n"
               "VES\tVeskaria\tVeskarian\tVeskarian|Veskarians\tLumnik\thead_of_government\tinvented\n");
  folder_.file("own/leaders.tsv",
               "person\tgender\tcountry\toffice\ttitle\tfrom\tsector\tcomment\n"
               "Irena Tovash\tf\tVES\thead_of_government\tprime minister\t2020-01-01\tGOV\tinvented\n");
  folder_.file("own/acts/games.tsv",
               "lemma\tpos\tobject\ttype\tmode\tactor\trecipient\tcomment\n"
               "outbid\tverb\t+\tRIVALRY\tauction\tsubj\tobj\ta codebook of our own\n");
  folder_.file("s.txt", "Irena Tovash outbid Norway.");
  const Ran without = annals("read --published 2023-11-07 s.txt");
  EXPECT_EQ(without.out.find("RIVALRY"), std::string::npos);
  const Ran with = annals("read --lexicon own --published 2023-11-07 s.txt");
  EXPECT_EQ(with.status, 0);
  EXPECT_EQ(with.err, "");
  ASSERT_EQ(lines(with.out).size(), 1u) << with.out;
  const json record = json::parse(with.out);
  EXPECT_EQ(record["type"], "RIVALRY");
  EXPECT_EQ(record["mode"], "auction");
  EXPECT_EQ(record["actor"][0]["name"], "Irena Tovash");
  EXPECT_EQ(record["actor"][0]["country"], "VES");
  EXPECT_EQ(record["actor"][0]["sector"], "GOV");
  EXPECT_EQ(record["recipient"][0]["country"], "NOR");
  EXPECT_EQ(record["why"]["entry"], "own/acts/games.tsv:2");

  const std::string description = "The Veskarian prime minister left.";
  const Ran actors = annals("annotate --layer actors --lexicon own --published 2023-11-07 -", description);
  const json mention = json::parse(lines(actors.out)[0]);
  EXPECT_EQ(mention["text"], "The Veskarian prime minister");
  EXPECT_EQ(mention["kind"], "description");
  EXPECT_EQ(mention["name"], "Irena Tovash");
}

TEST_F(Cli, AMistakeInAUsersTableNamesItsLine) {
  std::filesystem::create_directories(folder_.path("own/acts"));
  folder_.file("own/acts/games.tsv",
               "lemma\tpos\tobject\ttype\tactor\trecipient\n"
               "outbid\tverb\t+\tRIVALRY\tsubj\tobj\n"
               "outfox\tverbs\t+\tRIVALRY\tsubj\tobj\n");
  for (const char* command : {"read", "annotate", "pairs"}) {
    const Ran ran = annals(std::string(command) + " --lexicon own -", "x");
    EXPECT_EQ(ran.status, 2) << command;
    EXPECT_EQ(ran.out, "") << command;
    ASSERT_EQ(lines(ran.err).size(), 1u) << command;
    EXPECT_TRUE(ran.err.starts_with("own/acts/games.tsv:3: ")) << ran.err;
    const Ran none = annals(std::string(command) + " --lexicon nowhere -", "x");
    EXPECT_EQ(none.err, "nowhere: there is no such folder. Name the folder that holds the tables (.tsv).\n");
  }
}

TEST_F(Cli, ExplainsRecords) {
  folder_.file("s.txt", "Norway recalled its envoy on Monday. Rebels shelled Oslo.");
  const Ran all = annals("explain s.txt");
  EXPECT_EQ(all.status, 0);
  EXPECT_EQ(all.err, "");
  EXPECT_TRUE(all.out.starts_with("== s\n1. event  SANCTION")) << all.out;
  EXPECT_NE(all.out.find("\n2. event  ASSAULT"), std::string::npos) << all.out;
  EXPECT_NE(all.out.find("\n   | Norway recalled its envoy on Monday.\n"), std::string::npos) << all.out;
  EXPECT_NE(all.out.find("\n   * recalled    recall  VBD   ROOT\n"), std::string::npos) << all.out;
  EXPECT_NE(all.out.find("\n   lexicon  lexicon/acts/sanction.tsv:"), std::string::npos) << all.out;
  EXPECT_NE(all.out.find("\n            lemma: recall; pos: verb; "), std::string::npos) << all.out;
  EXPECT_EQ(all.out.find('\x1B'), std::string::npos) << "escape sequences in a pipe";
  const Ran second = annals("explain --record 2 s.txt");
  EXPECT_TRUE(second.out.starts_with("== s\n2. event  ASSAULT")) << second.out;
  const Ran none = annals("explain --record 9 s.txt");
  EXPECT_EQ(none.status, 1);
  EXPECT_EQ(none.out, "");
  EXPECT_EQ(lines(none.err).size(), 1u);
  EXPECT_TRUE(none.err.starts_with("s: there is no record 9, for the story gives ")) << none.err;
  EXPECT_EQ(annals("explain --record 0 s.txt").status, 2);
}

TEST_F(Cli, CameoCodesOnlyWhereAskedFor) {
  const std::string text = "Norway recalled its envoy.";
  EXPECT_EQ(annals("read -", text).out.find("cameo"), std::string::npos);
  const Ran ran = annals("read --codebook cameo -", text);
  const json record = json::parse(lines(ran.out).at(0));
  EXPECT_EQ(record["type"], "SANCTION");
  EXPECT_EQ(record["mode"], "withdraw");
  EXPECT_EQ(record["cameo"], "161");
  EXPECT_EQ(annals("read --codebook cameos -", text).err, "--codebook: there is no \"cameos\". Did you mean cameo?\n");
  std::filesystem::create_directories(folder_.path("own"));
  folder_.file("own/cameo.tsv", "type\tmode\tcameo\nSANCTION\twithdraw\t1611\n");
  EXPECT_EQ(json::parse(lines(annals("read --lexicon own --codebook cameo -", text).out).at(0))["cameo"], "1611");
  folder_.file("own/cameo.tsv", "type\tmode\tcameo\nSANCTION\twithdraw\tmany\n");
  EXPECT_EQ(annals("read --lexicon own --codebook cameo -", text).err,
            "own/cameo.tsv:2: \"many\" is no CAMEO code. Write two to four digits, as 042 or 1724.\n");
}

// Every span that is printed must be exactly the slice of code points that it names.
void expect_exact(const json& value, const std::string& text, const CodePointIndex& index, int& spans) {
  if (value.is_object() && value.contains("text") && value.contains("start") && value["start"].is_number()) {
    std::size_t begin = 0;
    while (index.at(static_cast<std::uint32_t>(begin)) < value["start"].get<std::uint32_t>()) {
      begin += sequence_length(std::string_view(text).substr(begin));
    }
    const std::string words = value["text"];
    EXPECT_EQ(text.substr(begin, words.size()), words);
    EXPECT_EQ(value["end"].get<std::size_t>() - value["start"].get<std::size_t>(), count_code_points(words));
    ++spans;
  }
  if (!value.is_structured()) return;
  for (const json& part : value) expect_exact(part, text, index, spans);
}

TEST_F(Cli, OffsetsAreExactWithEmojiAndMalformedBytes) {
  const std::string bytes =
      "\xF0\x9F\x98\x80 Z\xC3\xBCrich\xFF hosted envoys \xE2\x82 of Ostland.\r\n\r\nThey \xED\xA0\x80 met "
      "\xF0\x9F\x87\xAC\xF0\x9F\x87\xA7 "
      "ministers and praised caf\xE9 owners.";
  const Repaired repaired = repair(bytes);
  const CodePointIndex index(repaired.text);
  folder_.file("s.txt", bytes);
  int spans = 0;
  for (const char* words : {"read s.txt", "annotate s.txt", "annotate --layer sentences s.txt"}) {
    const Ran ran = annals(words);
    EXPECT_EQ(ran.status, 0);
    EXPECT_EQ(ran.err,
              "s: 7 malformed bytes or NULs were replaced by U+FFFD, the first at character 8. The rest is "
              "read as it stands.\n");
    for (const std::string& line : lines(ran.out)) expect_exact(json::parse(line), repaired.text, index, spans);
  }
  EXPECT_GT(spans, 30);
}

TEST_F(Cli, ThreadsKeepTheOrderAndTheResult) {
  std::string wire;
  for (int i = 0; i < 200; ++i) {
    std::string text;
    for (int j = 0; j < i % 13; ++j) text += "Norway recalled its envoy and the rebels of Tal shelled Port Marn. ";
    wire += json({{"id", std::to_string(i)}, {"text", text + "Envoys met."}}).dump() + "\n";
    if (i % 50 == 7) wire += "nonsense\n";
  }
  folder_.file("wire.jsonl", wire);
  const Ran one = annals("read --threads 1 wire.jsonl");
  const Ran five = annals("read --threads 5 wire.jsonl");
  EXPECT_EQ(one.status, 1);
  EXPECT_EQ(five.status, 1);
  EXPECT_GT(lines(one.out).size(), 200u);
  EXPECT_EQ(one.out, five.out);
  EXPECT_EQ(one.err, five.err);
}

TEST_F(Cli, AnnotatesLayers) {
  folder_.file("s.txt", "Angela Merkel left Berlin. She flew to Paris.");
  const Ran entities = annals("annotate --layer entities s.txt");
  EXPECT_EQ(entities.status, 0);
  EXPECT_EQ(lines(entities.out)[0], R"({"doc":"s","start":0,"end":13,"text":"Angela Merkel","type":"PERSON"})");
  EXPECT_EQ(lines(annals("annotate --layer sentences s.txt").out).size(), 2u);
  const json token = json::parse(lines(annals("annotate s.txt").out)[2]);
  EXPECT_EQ(token["lemma"], "leave");
  EXPECT_EQ(token["head"], 2);
}

TEST_F(Cli, SaysWhatWasProbablyMeant) {
  const auto expect = [&](const std::string& words, const std::string& message) {
    const Ran ran = annals(words);
    EXPECT_EQ(ran.status, 2) << words;
    EXPECT_EQ(ran.out, "") << words;
    EXPECT_EQ(ran.err, message + "\n") << words;
  };
  expect("raed x", "annals: there is no command raed. Did you mean read?");
  expect("frobnicate", "annals: there is no command frobnicate. Run `annals --help` to see what there is.");
  expect("read --treads 2 x", "annals read: there is no option --treads. Did you mean --threads?");
  expect("read --format=jsonlines x", "--format: there is no \"jsonlines\". Choose one of: table, jsonl, csv.");
  expect("annotate --layer token x", "--layer: there is no \"token\". Did you mean tokens?");
  expect("model inof", "annals model: there is no command inof. Did you mean info?");
  expect("read", "annals read: FILE is required. Run `annals read --help` for an example.");
  expect("read --published soon x", "--published: \"soon\" is no date. Write it as 2023-11-07.");
  EXPECT_EQ(annals("").status, 2);
  EXPECT_EQ(annals("model").status, 2);
  const Ran threads = annals("read --threads -1 x");
  EXPECT_EQ(threads.status, 2);
  EXPECT_NE(threads.err.find("--threads"), std::string::npos);
  EXPECT_EQ(lines(threads.err).size(), 1u);
}

TEST_F(Cli, HelpHasAnExample) {
  for (const char* command : {"read", "annotate", "pairs", "explain", "model build", "model info"}) {
    const Ran ran = annals(std::string(command) + " --help");
    EXPECT_EQ(ran.status, 0) << command;
    EXPECT_NE(ran.out.find(std::string("  annals ") + command), std::string::npos) << command;
    EXPECT_EQ(ran.err, "") << command;
  }
}

TEST_F(Cli, SaysHowToBuildAMissingModel) {
  const Ran named = annals("read --model none.model x");
  EXPECT_EQ(named.status, 2);
  EXPECT_EQ(lines(named.err).size(), 1u);
  EXPECT_TRUE(named.err.starts_with("none.model: No such file or directory. Build the model with `annals model build`"))
      << named.err;
  const Ran environment = annals("read x", "", "ANNALS_MODEL=gone.model");
  EXPECT_TRUE(environment.err.starts_with("gone.model: ")) << environment.err;
}

TEST_F(Cli, ModelInfoListsTheSections) {
  const Ran ran = annals("model info");
  EXPECT_EQ(ran.status, 0);
  EXPECT_TRUE(ran.out.starts_with("file      " ANNALS_MODEL "\nformat    1\n")) << ran.out;
  EXPECT_NE(ran.out.find("\npipeline.config "), std::string::npos);
}

TEST_F(Cli, EndsQuietlyWhenItsReaderLeaves) {
  std::string wire;
  for (int i = 0; i < 300; ++i) wire += json({{"text", std::string("Norway recalled its envoy. ")}}).dump() + "\n";
  folder_.file("wire.jsonl", wire);
  const Ran ran = annals("annotate wire.jsonl | true");
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(ran.err, "");
}

TEST_F(Cli, SaysThatTheDiskIsFull) {
  if (!std::filesystem::exists("/dev/full")) GTEST_SKIP() << "this system has no /dev/full";
  folder_.file("s.txt", "Norway recalled its envoy.");
  const Ran ran = annals("read s.txt >/dev/full 2>err #");
  EXPECT_EQ(ran.status, 2);
  EXPECT_EQ(ran.err, "standard output: No space left on device. Check the disk or the program behind it.\n");
}

}  // namespace
}  // namespace annals
