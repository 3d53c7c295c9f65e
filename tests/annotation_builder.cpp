// Reading of annotations written by hand.
#include "annotation_builder.h"

#include <algorithm>
#include <charconv>
#include <span>
#include <sstream>
#include <stdexcept>

#include "base/unicode.h"

namespace annals {
namespace {

enum Column { kForm, kLemma, kTag, kPos, kHead, kDep, kEntity, kMorph, kColumns };

std::string unescaped(std::string_view form) {
  std::string result;
  for (std::size_t i = 0; i < form.size(); ++i) {
    const char next = form[i] == '\\' && i + 1 < form.size() ? form[i + 1] : '\0';
    const char escaped = next == 'n' ? '\n' : next == 't' ? '\t' : next == 's' ? ' ' : '\0';
    result += escaped != '\0' ? escaped : form[i];
    if (escaped != '\0') ++i;
  }
  return result;
}

std::uint16_t flags_of(std::string_view form, std::string_view tag) {
  std::uint16_t all = 0xFFFF, any = 0, rest = 0, first = 0;  // CharClass bits
  for (std::size_t at = 0; at < form.size();) {
    const bool is_first = at == 0;
    const auto classes = char_classes(next_code_point(form, at));
    (is_first ? first : rest) |= classes;
    all &= classes;
    any |= classes;
  }
  const std::string_view quotes[] = {"\"", "'", "''", "``", "“", "”", "‘", "’"};
  int flags = 0;
  if ((all & kWhiteSpace) != 0) flags |= kIsSpace;
  if ((all & kPunctuation) != 0) flags |= kIsPunct;
  if ((all & kLetter) != 0) flags |= kIsAlpha;
  if ((all & kDigit) != 0) flags |= kIsDigit;
  if ((all & kCurrencySign) != 0) flags |= kIsCurrency;
  if ((any & kUppercase) != 0 && (any & kLowercase) == 0) flags |= kIsUpper;
  if ((any & kLowercase) != 0 && (any & kUppercase) == 0) flags |= kIsLower;
  if ((first & kUppercase) != 0 && (rest & kUppercase) == 0) flags |= kIsTitle;
  if (std::find(std::begin(quotes), std::end(quotes), form) != std::end(quotes)) flags |= kIsQuote;
  if (std::string_view("()[]{}<>").find(form) != std::string_view::npos) flags |= kIsBracket;
  if (tag == "CD") flags |= kLikeNum;
  return static_cast<std::uint16_t>(flags);
}

class Builder {
 public:
  Builder() {
    made_.text = std::make_unique<std::string>();
    made_.morph_names = std::make_unique<std::vector<std::string>>(1);
  }

  HandAnnotation build(std::string_view table) {
    std::istringstream lines{std::string(table)};
    for (std::string line; std::getline(lines, line);) {
      line_ = line;
      std::vector<std::string> cells = cells_of(line);
      if (cells.empty()) {
        sentence_begin_ = tokens_.size();
      } else if (cells[0] != "#") {
        add(std::move(cells));
      }
    }
    finish();
    return std::move(made_);
  }

 private:
  [[noreturn]] void fail(const std::string& problem) const {
    throw std::invalid_argument("annotation table: " + problem + " in the line \"" + line_ + "\"");
  }

  static std::vector<std::string> cells_of(const std::string& line) {
    std::istringstream in(line);
    std::vector<std::string> cells;
    for (std::string cell; in >> cell;) cells.push_back(cell);
    return cells;
  }

  template <typename Label>
  Label label(const std::string& name, std::span<const std::string_view> names) const {
    const auto at = std::find(names.begin(), names.end(), name == "_" ? "" : name);
    if (at == names.end()) fail("no label \"" + name + "\"");
    return static_cast<Label>(at - names.begin());
  }

  void add(std::vector<std::string> cells) {
    if (cells.size() > kColumns) fail("too many columns");
    cells.resize(kColumns, "_");
    Token token{};
    const bool joined = cells[kForm].size() > 1 && cells[kForm][0] == '+';
    const std::string form = unescaped(std::string_view(cells[kForm]).substr(joined ? 1 : 0));
    token.flags = flags_of(form, cells[kTag]);
    place(token, form, joined);
    std::string lower;
    append_lower(lower, form);
    token.lower = made_.annotation.add_string(lower);
    token.lemma = cells[kLemma] == "_" ? token.lower : made_.annotation.add_string(cells[kLemma]);
    token.tag = label<Tag>(cells[kTag], kTagNames);
    token.pos = label<Pos>(cells[kPos], kPosNames);
    token.dep = label<Dep>(cells[kDep], kDepNames);
    token.head = head(cells[kHead]);
    token.morph = morph(cells[kMorph]);
    set_entity(token, cells[kEntity]);
    tokens_.push_back(token);
  }

  void place(Token& token, std::string_view form, bool joined) {
    if (!tokens_.empty() && !joined && !token.is(kIsSpace) && !tokens_.back().is(kIsSpace)) {
      *made_.text += ' ';
      tokens_.back().space_after = true;
    }
    token.bytes.begin = static_cast<std::uint32_t>(made_.text->size());
    *made_.text += form;
    token.bytes.end = static_cast<std::uint32_t>(made_.text->size());
  }

  std::uint32_t head(const std::string& cell) const {
    const auto self = static_cast<std::uint32_t>(tokens_.size());
    if (cell == "_" || cell == "0") return self;
    std::uint32_t number = 0;
    const auto [end, fault] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
    if (fault != std::errc{} || end != cell.data() + cell.size()) fail("a head that is no number");
    return static_cast<std::uint32_t>(sentence_begin_) + number - 1;
  }

  std::uint16_t morph(const std::string& cell) {
    if (cell == "_") return 0;
    auto& names = *made_.morph_names;
    const auto at = std::find(names.begin(), names.end(), cell);
    if (at == names.end()) names.push_back(cell);
    return static_cast<std::uint16_t>(std::find(names.begin(), names.end(), cell) - names.begin());
  }

  void set_entity(Token& token, const std::string& cell) {
    if (cell == "_" || cell == "O") return;
    const auto begin = static_cast<std::uint32_t>(tokens_.size());
    if (cell.size() < 3 || cell[1] != '-') fail("an entity that is not B-..., I-... or O");
    token.entity = label<EntityType>(cell.substr(2), kEntityTypeNames);
    auto& entities = made_.annotation.entities;
    token.starts_entity = cell[0] == 'B';
    if (token.starts_entity) {
      entities.push_back({{begin, begin + 1}, token.entity});
    } else if (entities.empty() || entities.back().tokens.end != begin || entities.back().type != token.entity) {
      fail("an entity goes on that has not begun");
    } else {
      ++entities.back().tokens.end;
    }
  }

  void finish() {
    for (const Token& token : tokens_) {
      if (token.head >= tokens_.size()) fail("a head outside of the text before the end");
    }
    made_.annotation.tokens = std::move(tokens_);
    made_.annotation.story_text = *made_.text;
    made_.annotation.morph_names = *made_.morph_names;
    made_.annotation.finish_tree();
  }

  HandAnnotation made_;
  std::vector<Token> tokens_;
  std::size_t sentence_begin_ = 0;
  std::string line_;
};

}  // namespace

HandAnnotation annotate(std::string_view table) { return Builder().build(table); }

}  // namespace annals
