// Time expressions in sentences: tables of what is found, its value and its days. The sentences go through the whole
// engine, as stories do.
#include "time/time_tagger.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "base/tsv.h"
#include "language/engine.h"
#include "model/model_file.h"
#include "time/time_scope.h"
#include "time/timex_value.h"

namespace annals {
namespace {

std::string source_file(const std::string& name) {
  std::ifstream in(std::string(ANNALS_SOURCE_DIR) + "/" + name);
  EXPECT_TRUE(in) << name;
  return {std::istreambuf_iterator<char>(in), {}};
}

const TimeLexicon& lexicon() {
  static const TimeLexicon instance = [] {
    const std::string text = source_file("lexicon/times.tsv");
    const TimeLexicon::Table table{text, "lexicon/times.tsv"};
    return TimeLexicon::parse({&table, 1});
  }();
  return instance;
}

const Engine& engine() {
  static const ModelFile file(ANNALS_MODEL);  // built by `make model`
  static const Engine instance(file);
  return instance;
}

std::optional<sys_days> day(const std::string& iso) {
  if (iso.empty()) return std::nullopt;
  return day_of(std::stoi(iso.substr(0, 4)), static_cast<unsigned>(std::stoi(iso.substr(5, 2))),
                static_cast<unsigned>(std::stoi(iso.substr(8, 2))));
}

// "last month = 2023-10 (2023-10-01..2023-10-31)"; the type where it is not DATE, the days where they say more than
// the value.
std::string print(const Timex& t, const Annotation& annotation) {
  std::string out(annotation.text(t.words));
  out += " =";
  if (t.type != TimexType::date) out += " " + std::string(name_of(t.type));
  out += " " + t.value;
  if (!t.mod.empty()) out += " " + t.mod;
  if (!t.first || !t.last) return out;
  const std::string first = unit_value(*t.first, Unit::day), last = unit_value(*t.last, Unit::day);
  if (first == last && first == t.value.substr(0, 10)) return out;
  return out + " (" + first + (first == last ? "" : ".." + last) + ")";
}

std::string times_in(const std::string& text, std::optional<sys_days> published) {
  static EngineWorkspace workspace;
  Annotation annotation;
  engine().annotate(text, workspace, annotation);
  std::vector<Timex> times;
  TimeTagger(lexicon()).tag(annotation, published, times);
  std::string out;
  for (const Timex& t : times) out += (out.empty() ? "" : " | ") + print(t, annotation);
  return out.empty() ? "none" : out;
}

struct Row {
  std::string published, text, expected, why, where;
};

std::vector<Row> rows(const std::string& name) {
  const std::string file = "tests/time/" + name;
  const std::string text = source_file(file);
  const TsvTable table{text, file};
  std::vector<Row> out;
  for (const TsvRow& row : table) {
    const auto cell = [&](std::string_view column) { return std::string(row[table.column(column)]); };
    out.push_back(
        {cell("published"), cell("text"), cell("expected"), cell("why"), file + ":" + std::to_string(row.line)});
  }
  EXPECT_FALSE(out.empty()) << file;
  return out;
}

class TimeTagger_ : public testing::TestWithParam<const char*> {};

TEST_P(TimeTagger_, FindsAndAnchors) {
  for (const Row& row : rows(GetParam())) {
    EXPECT_EQ(times_in(row.text, day(row.published)), row.expected) << row.where << " " << row.text << ": " << row.why;
  }
}

INSTANTIATE_TEST_SUITE_P(Tables, TimeTagger_,
                         testing::Values("dates.tsv", "relative.tsv", "amounts.tsv", "undated.tsv"),
                         [](const auto& info) { return std::string(info.param, std::string(info.param).find('.')); });

TEST(TimeScope, FollowsThePreposition) {
  for (const Row& row : rows("scope.tsv")) {
    EngineWorkspace workspace;
    Annotation annotation;
    engine().annotate(row.text, workspace, annotation);
    std::vector<Timex> times;
    TimeTagger(lexicon()).tag(annotation, day(row.published), times);
    ASSERT_EQ(times.size(), 1u) << row.where;
    const auto scope = scope_of(annotation, times[0], day(row.published));
    const std::string got =
        scope ? unit_value(scope->first, Unit::day) + ".." + unit_value(scope->last, Unit::day) : "none";
    EXPECT_EQ(got, row.expected) << row.where << " " << row.text << ": " << row.why;
  }
}

TEST(TimeTagger, CountsFromAnEventThatIsDated) {
  const std::string text = "Two days after the attack, the border was closed.";
  EngineWorkspace workspace;
  Annotation annotation;
  engine().annotate(text, workspace, annotation);
  std::vector<Timex> times;
  const EventDay attack{4, day_of(2023, 10, 7)};
  ASSERT_EQ(annotation.text(attack.token), "attack");
  TimeTagger(lexicon()).tag(annotation, day_of(2023, 11, 7), times, {&attack, 1});
  ASSERT_EQ(times.size(), 1u);
  EXPECT_EQ(times[0].value, "2023-10-09");
  EXPECT_EQ(times[0].first, day_of(2023, 10, 9));
}

TEST(TimeTagger, NamesTheLineOfTheLexicon) {
  const std::string text = "They met in March.";
  EngineWorkspace workspace;
  Annotation annotation;
  engine().annotate(text, workspace, annotation);
  std::vector<Timex> times;
  TimeTagger(lexicon()).tag(annotation, day_of(2023, 11, 7), times);
  ASSERT_EQ(times.size(), 1u);
  EXPECT_EQ(times[0].rule, "month");
  const std::string where = lexicon().where(times[0].lexicon_row);
  ASSERT_TRUE(where.starts_with("lexicon/times.tsv:")) << where;
  std::string line;
  std::ifstream in(std::string(ANNALS_SOURCE_DIR) + "/lexicon/times.tsv");
  for (int i = std::stoi(where.substr(where.find(':') + 1)); i > 0; --i) std::getline(in, line);
  EXPECT_TRUE(line.starts_with("march\t")) << line;
}

// Words of the table and figures in any order, with trees at random: nothing may break, and what is found lies in
// order, without overlap, with its first day not after its last.
TEST(TimeTagger, SurvivesAnyOrderOfItsWords) {
  std::vector<std::string> vocabulary = {
      "a",     "the",   "of", "-",  ",",         "and", "to",   "in", "'s", "1998",       "31",         "5th", "'98",
      "1990s", "10:35", "0",  "24", "2,000,000", "1/2", "9999", "29", "'",  "2023-02-29", "12/31/1999", "q3",  "."};
  const std::string text = source_file("lexicon/times.tsv");
  const TsvTable table{text, "lexicon/times.tsv"};
  for (const TsvRow& row : table) {
    for (const std::string_view word : split_cell(row[0], ' ')) vocabulary.emplace_back(word);
  }
  std::mt19937 random(20231107);
  const auto below = [&](std::size_t n) { return static_cast<std::uint32_t>(random() % n); };
  for (int round = 0; round < 400; ++round) {
    std::string story;
    std::vector<ByteSpan> spans;
    for (int i = 0; i < 60; ++i) {
      const std::string& word = vocabulary[below(vocabulary.size())];
      spans.push_back(
          {static_cast<std::uint32_t>(story.size()), static_cast<std::uint32_t>(story.size() + word.size())});
      story += word + (below(5) == 0 ? "" : " ");
    }
    Annotation annotation;
    annotation.begin(story);
    for (const ByteSpan span : spans) {
      Token token{};
      token.bytes = span;
      token.lower = annotation.add_string(annotation.text(token));
      token.lemma = token.lower;
      token.head = below(annotation.tokens.size() + 1);  // itself, or one before it: never a cycle
      token.tag = static_cast<Tag>(below(kTagNames.size()));
      token.pos = static_cast<Pos>(below(kPosNames.size()));
      token.dep = static_cast<Dep>(below(kDepNames.size()));
      token.entity = below(3) == 0 ? EntityType::DATE : EntityType::none;
      annotation.tokens.push_back(token);
    }
    annotation.finish_tree();
    std::vector<Timex> times;
    std::uint32_t end = 0;
    TimeTagger(lexicon()).tag(annotation, below(4) == 0 ? std::nullopt : std::optional(day_of(2024, 2, 29)), times);
    for (const Timex& t : times) {
      ASSERT_LE(end, t.words.begin) << story;
      ASSERT_LT(t.words.begin, t.words.end) << story;
      ASSERT_FALSE(t.value.empty()) << story;
      if (t.first) {
        ASSERT_LE(*t.first, *t.last) << story << ": " << print(t, annotation);
      }
      end = t.words.end;
    }
  }
}

}  // namespace
}  // namespace annals
