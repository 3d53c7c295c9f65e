// Reads the stories of tests/record/statement_stories/ and holds the statements in them to content and speaker.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "actor/actor_fixture.h"
#include "record/pipeline.h"

namespace annals {
namespace {

struct ToldRow {
  std::string speaker, cue, addressee, form, content;
};

struct ToldStory {
  Story story;
  std::vector<ToldRow> rows;
};

// "# published 2024-01-10", "# title ...", the text, a line "---", then a statement a line: speaker, cue, addressee,
// form and content, parted by tabs.
ToldStory read_told(const std::filesystem::path& path) {
  ToldStory told;
  std::istringstream lines(support::read_file("tests/record/statement_stories/" + path.filename().string()));
  std::string line;
  std::getline(lines, line);
  told.story.id = path.stem().string();
  told.story.published = day_of_text(line.substr(line.rfind(' ') + 1));
  std::getline(lines, line);
  told.story.title = line.substr(8);
  told.story.text = told.story.title + "\n\n";
  while (std::getline(lines, line) && line != "---") told.story.text += line + "\n";
  while (std::getline(lines, line)) {
    std::istringstream cells(line);
    ToldRow row;
    for (std::string* cell : {&row.speaker, &row.cue, &row.addressee, &row.form, &row.content}) {
      std::getline(cells, *cell, '\t');
    }
    told.rows.push_back(row);
  }
  return told;
}

std::multiset<std::string> words_in(std::string_view text) {
  std::multiset<std::string> words;
  std::string word;
  for (const char c : text) {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0) {
      word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    } else if (!word.empty()) {
      words.insert(std::exchange(word, {}));
    }
  }
  if (!word.empty()) words.insert(word);
  return words;
}

// Words that two texts share, as a part of the words of both.
double likeness(std::string_view a, std::string_view b) {
  const std::multiset<std::string> x = words_in(a), y = words_in(b);
  std::vector<std::string> shared;
  std::ranges::set_intersection(x, y, std::back_inserter(shared));
  const double all = static_cast<double>(x.size() + y.size() - shared.size());
  return all == 0 ? 0 : static_cast<double>(shared.size()) / all;
}

bool names_alike(std::string_view a, std::string_view b) {
  const std::multiset<std::string> x = words_in(a), y = words_in(b);
  return !x.empty() && !y.empty() && (std::ranges::includes(x, y) || std::ranges::includes(y, x));
}

// Whole stories in our own words, their statements judged by hand before the program read them. Content counts as found
// where half of the words agree.
TEST(StatementStories, TellWhoSaidWhat) {
  const Pipeline pipeline(ANNALS_MODEL);
  Workspace::Buffers buffers;
  std::size_t gold = 0, printed = 0, found = 0, right = 0, formed = 0;
  for (const auto& file : std::filesystem::directory_iterator(ANNALS_SOURCE_DIR "/tests/record/statement_stories")) {
    const ToldStory told = read_told(file.path());
    std::vector<Statement> statements;
    for (const Record& record : pipeline.read(told.story, buffers)) {
      if (const auto* statement = std::get_if<Statement>(&record)) statements.push_back(*statement);
    }
    gold += told.rows.size();
    printed += statements.size();
    for (const ToldRow& row : told.rows) {
      const auto alike = [&](const Statement& s) {
        const bool cued = !s.cue || row.cue.empty() || names_alike(s.cue->text, row.cue);
        return likeness(s.content.text, row.content) * (cued ? 1.0 : 0.6);
      };
      const auto best = std::ranges::max_element(statements, {}, alike);
      if (best == statements.end() || alike(*best) < 0.5) continue;
      ++found;
      right += best->speaker && names_alike(best->speaker->name, row.speaker);
      formed += name_of(best->form) == row.form;
      statements.erase(best);
    }
  }
  const auto part = [](std::size_t a, std::size_t b) { return static_cast<double>(a) / static_cast<double>(b); };
  std::cout << gold << " statements: precision " << part(found, printed) << " recall " << part(found, gold)
            << " speaker right " << part(right, found) << " form right " << part(formed, found) << "\n";
  EXPECT_GE(gold, 165U);
  EXPECT_GE(part(found, printed), 0.88);
  EXPECT_GE(part(found, gold), 0.88);
  EXPECT_GE(part(right, found), 0.88);
  EXPECT_GE(part(formed, found), 0.95);
}

}  // namespace
}  // namespace annals
