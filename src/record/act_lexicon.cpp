// Reading of act frames from their tables.
#include "record/act_lexicon.h"

#include <algorithm>
#include <array>

namespace annals {
namespace {

// What a filled condition adds to a frame's specificity: the narrower, the more (docs/acts.md, "Which row wins").
constexpr int kOpen = 10, kClass = 12, kWord = 13, kPhrase = 14;

int weight(const ActItem& item) {
  switch (item.kind) {
    case ActItem::Kind::any:
    case ActItem::Kind::none:
      return kOpen;
    case ActItem::Kind::plural:
    case ActItem::Kind::word_class:
      return kClass;
    case ActItem::Kind::word:
      return kWord;
    case ActItem::Kind::phrase:
      return kPhrase;
  }
  return kOpen;
}

// Of alternatives the widest counts: a row that also takes a whole class is no narrower than the class.
int weight(const std::vector<ActItem>& items) {
  int least = items.empty() ? 0 : kPhrase;
  for (const ActItem& i : items) least = std::min(least, weight(i));
  return least;
}

std::vector<std::string> words(std::string_view cell) {
  const auto parts = split_cell(cell);
  return {parts.begin(), parts.end()};
}

ActStep step(const TsvTable& table, const TsvRow& row, std::string_view text) {
  using Kind = ActStep::Kind;
  static constexpr std::array<std::pair<std::string_view, Kind>, 9> names = {{{"subj", Kind::subject},
                                                                              {"obj", Kind::object},
                                                                              {"iobj", Kind::indirect},
                                                                              {"comp", Kind::complement},
                                                                              {"that", Kind::that},
                                                                              {"poss", Kind::possessor},
                                                                              {"amod", Kind::adjective},
                                                                              {"compound", Kind::compound},
                                                                              {"speaker", Kind::speaker}}};
  for (const auto& [name, kind] : names) {
    if (text == name) return {kind, ""};
  }
  if (text.starts_with("pobj:")) return {Kind::preposition, std::string(text.substr(5))};
  const bool word =
      !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
  if (!word) throw table.error(row, "\"" + std::string(text) + "\" is no slot", "See the slots in docs/acts.md.");
  return {Kind::preposition, std::string(text)};  // "by", "of", "against": a preposition on a noun
}

std::vector<ActSlot> slots(const TsvTable& table, const TsvRow& row, std::string_view cell) {
  std::vector<ActSlot> result;
  for (const std::string_view path : split_cell(cell)) {
    ActSlot slot;
    for (const std::string_view part : split_cell(path, '.')) slot.push_back(step(table, row, part));
    result.push_back(std::move(slot));
  }
  return result;
}

ActComplement complement(const TsvTable& table, const TsvRow& row, std::string_view text,
                         const SemanticClasses& classes) {
  if (text.starts_with("=")) return {ComplementKind::word, "", {{std::string(text.substr(1)), -1}}};
  const auto colon = text.find(':');
  const std::string_view kind = text.substr(0, colon);
  ActComplement result;
  if (colon != std::string_view::npos) {
    for (const auto verb : split_cell(text.substr(colon + 1), '/')) {
      const auto space = verb.rfind(' ');
      const int number = space == std::string_view::npos ? -1 : classes.find(verb.substr(space + 1));
      result.words.push_back({std::string(number < 0 ? verb : verb.substr(0, space)), number});
    }
  }
  if (kind == "-")
    result.kind = ComplementKind::none;
  else if (kind == "to")
    result.kind = ComplementKind::infinitive;
  else if (kind == "obj-to" || kind == "pobj-to")
    result.kind = ComplementKind::object_infinitive;
  else if (kind == "for-to")
    result.kind = ComplementKind::for_infinitive;
  else if (kind == "that" || kind == "wh" || kind == "obj-bare")
    result.kind = ComplementKind::that;
  else if (kind == "ing")
    result.kind = ComplementKind::gerund;
  else if (kind == "aux")
    result.kind = ComplementKind::auxiliary;
  else {
    std::string_view preposition = kind;  // "from-ing", "obj-from", "of"
    if (preposition.starts_with("obj-")) preposition.remove_prefix(4);
    if (preposition.ends_with("-ing")) preposition.remove_suffix(4);
    const bool word =
        !preposition.empty() && preposition.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos;
    if (!word) {
      throw table.error(row, "\"" + std::string(text) + "\" is no complement",
                        "See the column complement in docs/acts.md.");
    }
    result.kind = ComplementKind::preposition_gerund;
    result.preposition = preposition;
  }
  return result;
}

InnerClause inner_clause(const TsvTable& table, const TsvRow& row, std::string_view text) {
  InnerClause inner;
  if (text.empty()) return inner;
  if (text == "absorb") {
    inner.absorb = true;
    return inner;
  }
  const auto colon = text.find(':');
  const std::string_view reading = text.substr(0, colon);
  for (std::size_t i = 0; i < std::size(kFactualityNames); ++i) {
    if (reading == kFactualityNames[i]) inner.factuality = static_cast<Factuality>(i);
  }
  if (!inner.factuality) {
    throw table.error(row, "\"" + std::string(text) + "\" is no reading of an inner clause",
                      "Use absorb, or actual, future, hypothetical or negated with :subj or :obj.");
  }
  const bool subject = colon == std::string_view::npos || text.substr(colon + 1) == "subj";
  inner.actor = subject ? InnerClause::Actor::subject : InnerClause::Actor::object;
  return inner;
}

}  // namespace

ActItem ActLexicon::item(std::string_view text) const {
  if (text == "+") return {ActItem::Kind::any, "", -1};
  if (text == "-") return {ActItem::Kind::none, "", -1};
  if (text == "PLURAL") return {ActItem::Kind::plural, "", -1};
  if (const int number = classes_->find(text); number >= 0)
    return {ActItem::Kind::word_class, std::string(text), number};
  const bool phrase = text.find(' ') != std::string_view::npos;
  return {phrase ? ActItem::Kind::phrase : ActItem::Kind::word, std::string(text), -1};
}

ActFrame ActLexicon::frame(const TsvTable& table, const TsvRow& row, const std::string& name) const {
  const auto cell = [&](std::string_view column) {
    const auto at = table.find_column(column);
    return at ? row[*at] : std::string_view{};
  };
  ActFrame f;
  f.lemma = cell("lemma");
  const std::string_view pos = cell("pos");
  if (pos == "verb")
    f.pos = ActPos::verb;
  else if (pos == "noun")
    f.pos = ActPos::noun;
  else if (pos == "adj")
    f.pos = ActPos::adjective;
  else
    throw table.error(row, "\"" + std::string(pos) + "\" is no part of speech", "Use verb, noun or adj.");
  f.particles = words(cell("particle"));
  f.modifiers = words(cell("modifier"));
  for (const auto text : split_cell(cell("object"))) f.objects.push_back(item(text));
  for (const auto text : split_cell(cell("subject"))) f.subjects.push_back(item(text));
  for (const auto text : split_cell(cell("preposition"))) {
    const auto colon = text.find(':');
    const auto word = colon == std::string_view::npos ? std::string_view("+") : text.substr(colon + 1);
    f.prepositions.push_back({std::string(text.substr(0, colon)), item(word)});
  }
  for (const auto text : split_cell(cell("complement")))
    f.complements.push_back(complement(table, row, text, *classes_));
  f.type = cell("type") == "-" ? std::string_view{} : cell("type");
  f.mode = cell("mode");
  f.actor = slots(table, row, cell("actor"));
  f.recipient = slots(table, row, cell("recipient"));
  f.reciprocal = cell("reciprocal") == "yes"         ? Reciprocal::yes
                 : cell("reciprocal") == "if-plural" ? Reciprocal::if_plural
                                                     : Reciprocal::no;
  f.inner = inner_clause(table, row, cell("inner"));
  if (!cell("priority").empty()) f.priority = std::atoi(std::string(cell("priority")).c_str());
  f.pair_type = cell("plv");
  f.source = name + ":" + std::to_string(row.line);

  f.specificity = weight(f.objects) + weight(f.subjects);
  f.specificity += f.particles.empty() ? 0 : kWord;
  f.specificity += f.modifiers.empty() ? 0 : kWord;
  int least = f.prepositions.empty() ? 0 : kPhrase;
  for (const auto& p : f.prepositions) least = std::min(least, weight(p.item));
  f.specificity += least;
  least = f.complements.empty() ? 0 : kPhrase;
  for (const auto& c : f.complements) least = std::min(least, c.words.empty() ? kOpen : kPhrase);
  f.specificity += least;
  return f;
}

void ActLexicon::add(const TsvTable& table, const std::string& name, bool from_user) {
  for (const TsvRow& row : table) {
    frames_.push_back(frame(table, row, name));
    frames_.back().from_user = from_user;
  }
}

void ActLexicon::finish() {
  for (auto& map : by_word_) map.clear();
  for (const ActFrame& f : frames_) by_word_[static_cast<std::size_t>(f.pos)][f.lemma].push_back(&f);
  for (auto& map : by_word_) {
    for (auto& [word, list] : map) {
      std::stable_sort(list.begin(), list.end(), [](const ActFrame* a, const ActFrame* b) {
        if (a->from_user != b->from_user) return a->from_user;
        if (a->specificity != b->specificity) return a->specificity > b->specificity;
        if (a->priority != b->priority) return a->priority > b->priority;
        return a->type.empty() > b->type.empty();
      });
    }
  }
}

const std::vector<const ActFrame*>& ActLexicon::frames(ActPos pos, std::string_view lemma) const {
  static const std::vector<const ActFrame*> none;
  const auto& map = by_word_[static_cast<std::size_t>(pos)];
  const auto found = map.find(lemma);
  return found == map.end() ? none : found->second;
}

}  // namespace annals
