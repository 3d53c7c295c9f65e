// The words of a story as the time grammar sees them.
#include "time/time_words.h"

#include <algorithm>
#include <string>

#include "base/hash.h"

namespace annals {
namespace {

bool is_noun(Tag tag) { return tag == Tag::NN || tag == Tag::NNS || tag == Tag::NNP || tag == Tag::NNPS; }
bool is_verb(Tag tag) { return tag >= Tag::VB && tag <= Tag::VBZ; }

// Whether the token can carry a numeral: it begins with a figure, or with what may stand before one.
bool may_be_number(std::string_view lower) {
  const char c = lower.front();
  if (c >= '0' && c <= '9') return true;
  if (lower.size() == 2) return c == 'q' || c == 'h';
  return c == '\'' || c == '\xE2' || (c == 'm' && lower.starts_with("mid-"));
}

}  // namespace

const Numeral TimeWords::kNoNumeral;

TimeWords::TimeWords(const Annotation& annotation, const TimeLexicon& lexicon)
    : annotation_(&annotation), lexicon_(&lexicon), words_(annotation.tokens.size()) {
  std::string buffer;
  for (std::uint32_t i = 0; i < size(); ++i) look_up(i, buffer);
}

void TimeWords::look_up(std::uint32_t i, std::string& buffer) {
  const std::string_view lower = annotation_->lower(i);
  if (lower.empty()) return;
  Word& word = words_[i];
  word.first_phrase = static_cast<std::uint32_t>(phrases_.size());
  if (may_be_number(lower)) word.numeral = numeral_of(lower);
  if (const auto* group = lexicon_->find(murmur64a(lower))) {
    if (group->longest > 1) {
      buffer.assign(lower);
      const std::uint32_t limit = std::min(size(), i + group->longest);
      for (std::uint32_t end = i + 1; end < limit; ++end) {
        buffer.append(" ").append(annotation_->lower(end));
        if (const auto* longer = lexicon_->find(murmur64a(buffer))) add(*longer, i, end + 1);
      }
      std::reverse(phrases_.begin() + word.first_phrase, phrases_.end());
    }
    add(*group, i, i + 1);
  }
  word.phrases = static_cast<std::uint32_t>(phrases_.size()) - word.first_phrase;
  word.notable = word.phrases > 0 || word.numeral.kind != Numeral::Kind::none;
}

void TimeWords::add(const TimeLexicon::Group& group, std::uint32_t i, std::uint32_t end) {
  for (const TimeEntry& entry : lexicon_->entries(group)) {
    if (holds(entry, i, end)) phrases_.push_back({&entry, end});
  }
}

bool TimeWords::holds(const TimeEntry& entry, std::uint32_t i, std::uint32_t end) const {
  const Tag last = tag(end - 1);
  const char first = annotation_->text(i).front();
  switch (entry.needs) {
    case TimeNeeds::capital:
      return first >= 'A' && first <= 'Z' && last != Tag::MD;
    case TimeNeeds::noun:
      return is_noun(last);
    case TimeNeeds::adverb:
      return last == Tag::RB;
    case TimeNeeds::adjective:
      return last == Tag::JJ;
    case TimeNeeds::verb:
      return is_verb(last);
    default:
      return true;
  }
}

Hit TimeWords::find(std::uint32_t i, TimeClass cls, bool dated) const {
  if (i >= size()) return {};
  const Word& word = words_[i];
  for (std::uint32_t p = word.first_phrase, end = p + word.phrases; p < end; ++p) {
    const TimeEntry& entry = *phrases_[p].entry;
    if (entry.cls == cls && (dated || entry.needs != TimeNeeds::dated)) return {&entry, phrases_[p].end};
  }
  return {};
}

bool TimeWords::is_any(std::uint32_t i, std::initializer_list<std::string_view> lower) const {
  return std::ranges::any_of(lower, [&](std::string_view word) { return is(i, word); });
}

bool TimeWords::lemma_is(std::uint32_t i, TimeClass cls) const {
  const auto* group = lexicon_->find(murmur64a(annotation_->lemma(i)));
  return group &&
         std::ranges::any_of(lexicon_->entries(*group), [cls](const TimeEntry& entry) { return entry.cls == cls; });
}

bool TimeWords::schedules(std::uint32_t i) const {
  const auto* group = lexicon_->find(murmur64a(annotation_->lemma(i)));
  return group && std::ranges::any_of(lexicon_->entries(*group), [](const TimeEntry& entry) {
           return entry.cls == TimeClass::planning && entry.value == "time";
         });
}

bool TimeWords::joined(std::uint32_t i) const {
  return i > 0 && i < size() && annotation_->tokens[i - 1].bytes.end == annotation_->tokens[i].bytes.begin;
}

}  // namespace annals
