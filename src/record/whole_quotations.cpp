// A statement found as the going-on of a quotation is added to the one before it.
#include "record/whole_quotations.h"

#include <algorithm>
#include <string_view>

#include "record/statements.h"

namespace annals {
namespace {

void stretch(const Story& story, Words& words, const Words& over) {
  words.begin = std::min(words.begin, over.begin);
  words.end = std::max(words.end, over.end);
  words.text = story.text.substr(words.begin, words.end - words.begin);
}

}  // namespace

void join_quotations(const Story& story, std::vector<Record>& records) {
  Statement* open = nullptr;
  for (Record& record : records) {
    Statement* statement = std::get_if<Statement>(&record);
    if (statement == nullptr) continue;
    if (open == nullptr || statement->why.rule != kQuotationGoesOn) {
      open = statement;
      continue;
    }
    stretch(story, open->content, statement->content);
    stretch(story, open->evidence, statement->evidence);
    statement->content.text.clear();
  }
  std::erase_if(records, [](const Record& record) {
    const Statement* statement = std::get_if<Statement>(&record);
    return statement != nullptr && statement->content.text.empty();
  });
}

}  // namespace annals
