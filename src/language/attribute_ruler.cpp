// The attribute ruler: one table look-up a token for nearly all patterns, see model/attribute_ruler_sections.h.
#include "language/attribute_ruler.h"

#include <algorithm>

#include "annals/error.h"

namespace annals {
namespace {

[[noreturn]] void damaged(const std::string& problem) {
  throw Error{Fault::model, "attribute_ruler", problem, "Build the model again with `annals model build`"};
}

template <typename Label>
Label label_named(std::string_view name, std::span<const std::string_view> names) {
  const auto at = std::find(names.begin(), names.end(), name);
  if (at == names.end()) damaged("a pattern sets the label \"" + std::string(name) + "\", which nothing else knows");
  return static_cast<Label>(at - names.begin());
}

// Reads names and their classes; gives the class of each label, and sets `count` to the number of classes.
std::array<std::uint16_t, 256> read_classes(BinaryReader& in, std::span<const std::string_view> names,
                                            std::size_t& count) {
  std::array<std::uint16_t, 256> class_of{};
  const auto size = in.get<std::uint32_t>();
  std::uint16_t largest = 0;
  for (std::uint32_t i = 0; i < size; ++i) {
    const auto name = in.get_string();
    const auto c = in.get<std::uint16_t>();
    largest = std::max(largest, c);
    const auto at = std::find(names.begin(), names.end(), name);
    // A label that the pipeline never gives is named by patterns now and then.
    if (at != names.end() && at - names.begin() < 256) class_of[static_cast<std::size_t>(at - names.begin())] = c;
  }
  count = in.get<std::uint32_t>();
  if (largest >= count) damaged("a class is out of range");
  return class_of;
}

std::vector<std::string_view> read_names(BinaryReader& in) {
  std::vector<std::string_view> names;
  const auto count = in.get<std::uint32_t>();
  for (std::uint32_t i = 0; i < count; ++i) names.push_back(in.get_string());
  if (names.empty()) damaged("an attribute has no values");
  return names;
}

constexpr std::uint8_t bit(RuledAttribute a) { return static_cast<std::uint8_t>(1U << static_cast<unsigned>(a)); }

}  // namespace

AttributeRuler::AttributeRuler(const ModelFile& model, LabelNames labels) {
  read_lists(model.section(kRulerLists), labels);
  const auto words = model.array<FrozenSlot>(kRulerWords);
  words_ = FrozenMap(words);
  rows_ = model.array<std::uint16_t>(kRulerRows);
  cells_ = model.array<std::uint16_t>(kRulerCells);
  stored_ = model.array<RulerOutcome>(kRulerOutcomes);
  check_tables(words);
  for (const auto& stored : stored_) {
    outcomes_.push_back(outcome_of(stored.values));
    if (stored.begins_context != 0) outcomes_.back().sets |= kBeginsContext;
  }
}

void AttributeRuler::read_lists(std::span<const std::byte> bytes, const LabelNames& names) {
  BinaryReader in(bytes, kRulerLists);
  word_classes_ = in.get<std::uint32_t>();
  tag_class_ = read_classes(in, names.tags, tag_classes_);
  dep_class_ = read_classes(in, names.deps, dep_classes_);
  // In the order of RuledAttribute. The first value of each is "".
  for (const auto name : read_names(in)) pos_values_.push_back(label_named<Pos>(name, kPosNames));
  for (const auto name : read_names(in)) morph_names_.emplace_back(name);
  lemmas_ = read_names(in);
  for (const auto name : read_names(in)) tag_values_.push_back(label_named<Tag>(name, names.tags));
  for (const auto name : read_names(in)) dep_values_.push_back(label_named<Dep>(name, names.deps));
  read_contexts(in);
}

void AttributeRuler::read_contexts(BinaryReader& in) {
  const auto count = in.get<std::uint32_t>();
  for (std::uint32_t i = 0; i < count; ++i) {
    ContextPattern pattern{in.get<std::uint16_t>(), in.get<std::uint16_t>(), {}, {}};
    for (auto& value : pattern.values) value = in.get<std::uint16_t>();
    static_cast<void>(outcome_of(pattern.values));  // throws if a value is out of range
    const auto steps = in.get<std::uint32_t>();
    for (std::uint32_t s = 0; s < steps; ++s) {
      ContextStep step{in.get_string(), in.get_string(), in.get_string(), in.get_string()};
      if (step.words.size() != word_classes_ || step.tags.size() != tag_classes_ || step.deps.size() != dep_classes_ ||
          step.space.size() != 2) {
        damaged("a pattern of several tokens is malformed");
      }
      pattern.steps.push_back(step);
    }
    if (pattern.target >= pattern.steps.size()) damaged("a pattern's target is out of range");
    contexts_.push_back(std::move(pattern));
  }
}

// A look-up is not checked once the model is open, so the tables are, here.
void AttributeRuler::check_tables(std::span<const FrozenSlot> words) const {
  const std::size_t row_size = 2 * dep_classes_;
  const auto below = [](std::span<const std::uint16_t> values, std::size_t limit) {
    return std::all_of(values.begin(), values.end(), [limit](std::uint16_t value) { return value < limit; });
  };
  if (row_size == 0 || rows_.size() != word_classes_ * tag_classes_ || !below(rows_, cells_.size() / row_size) ||
      !below(cells_, stored_.size())) {
    damaged("the tables do not fit together");
  }
  if (std::any_of(words.begin(), words.end(), [this](const FrozenSlot& s) { return s.value >= word_classes_; })) {
    damaged("a word's class is out of range");
  }
}

AttributeRuler::Outcome AttributeRuler::outcome_of(const Values& values) const {
  Outcome outcome{};
  const auto pick = [&](RuledAttribute attribute, const auto& from, auto& to) {
    const std::uint16_t value = values[static_cast<std::size_t>(attribute)];
    if (value == 0) return;
    if (value > from.size()) damaged("an attribute's value is out of range");
    using To = std::remove_reference_t<decltype(to)>;
    if constexpr (std::is_same_v<To, std::uint16_t>) {
      to = static_cast<std::uint16_t>(value - 1);
    } else {
      to = from[value - 1U];
    }
    outcome.sets |= bit(attribute);
  };
  pick(RuledAttribute::pos, pos_values_, outcome.pos);
  pick(RuledAttribute::morph, morph_names_, outcome.morph);
  pick(RuledAttribute::lemma, lemmas_, outcome.lemma);
  pick(RuledAttribute::tag, tag_values_, outcome.tag);
  pick(RuledAttribute::dep, dep_values_, outcome.dep);
  return outcome;
}

void AttributeRuler::apply(Annotation& annotation) const {
  annotation.morph_names = morph_names_;
  std::vector<Match> matches;  // empty for nearly every story
  for (std::size_t i = 0; i < annotation.tokens.size(); ++i) {
    // All patterns see the token as it came: those that begin here look at it and at later ones before it changes.
    const std::size_t number = outcome_number(annotation, annotation.tokens[i]);
    if ((outcomes_[number].sets & kBeginsContext) != 0) find_contexts(annotation, i, matches);
    const Outcome outcome = matches.empty() ? outcomes_[number] : with_contexts(number, i, matches);
    set(outcome, annotation, annotation.tokens[i]);
  }
}

std::size_t AttributeRuler::outcome_number(const Annotation& annotation, const Token& token) const {
  const std::size_t word = word_class(annotation.lower(token));
  const std::size_t row = rows_[word * tag_classes_ + tag_class_[static_cast<std::size_t>(token.tag)]];
  const std::size_t column = 2 * std::size_t{dep_class_[static_cast<std::size_t>(token.dep)]};
  return cells_[row * 2 * dep_classes_ + column + (token.is(kIsSpace) ? 1 : 0)];
}

bool AttributeRuler::allows(const ContextStep& step, const Annotation& annotation, const Token& token) const {
  return step.tags[tag_class_[static_cast<std::size_t>(token.tag)]] != 0 &&
         step.deps[dep_class_[static_cast<std::size_t>(token.dep)]] != 0 &&
         step.space[token.is(kIsSpace) ? 1 : 0] != 0 && step.words[word_class(annotation.lower(token))] != 0;
}

void AttributeRuler::find_contexts(const Annotation& annotation, std::size_t begin, std::vector<Match>& matches) const {
  for (const auto& pattern : contexts_) {
    if (pattern.steps.size() > annotation.tokens.size() - begin) continue;
    bool all = true;
    for (std::size_t s = 0; s < pattern.steps.size() && all; ++s) {
      all = allows(pattern.steps[s], annotation, annotation.tokens[begin + s]);
    }
    if (all) matches.push_back({begin + pattern.target, &pattern});
  }
}

// The outcome of the patterns of one token and of those of several whose target the token is: of two that set the same
// attribute the later rule decides. Takes the matches it uses out of the list.
AttributeRuler::Outcome AttributeRuler::with_contexts(std::size_t number, std::size_t token,
                                                      std::vector<Match>& matches) const {
  RulerOutcome merged = stored_[number];
  for (const Match& match : matches) {
    if (match.token != token) continue;
    for (std::size_t a = 0; a < kRuledAttributes; ++a) {
      if (match.pattern->values[a] == 0) continue;
      if (merged.values[a] != 0 && merged.rules[a] > match.pattern->rule) continue;
      merged.values[a] = match.pattern->values[a];
      merged.rules[a] = match.pattern->rule;
    }
  }
  std::erase_if(matches, [token](const Match& match) { return match.token == token; });
  return outcome_of(merged.values);
}

void AttributeRuler::set(const Outcome& outcome, Annotation& annotation, Token& token) const {
  if ((outcome.sets & bit(RuledAttribute::pos)) != 0) token.pos = outcome.pos;
  if ((outcome.sets & bit(RuledAttribute::morph)) != 0) token.morph = outcome.morph;
  if ((outcome.sets & bit(RuledAttribute::lemma)) != 0) token.lemma = annotation.add_string(lemmas_[outcome.lemma]);
  if ((outcome.sets & bit(RuledAttribute::tag)) != 0) token.tag = outcome.tag;
  if ((outcome.sets & bit(RuledAttribute::dep)) != 0) token.dep = outcome.dep;
}

}  // namespace annals
