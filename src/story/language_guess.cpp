// Language by Compact Language Detector 2: a naive Bayes classifier over groups of four letters, which knows 83
// languages.
#include "story/language_guess.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>

#include "base/unicode.h"

namespace annals {
namespace {

constexpr std::size_t kSample = 16 << 10;  // bytes; a story that goes on in another language is the exception
constexpr std::size_t kFewest = 60;        // bytes; of less, a guess is often wrong
constexpr int kSure = 70;                  // percent of the text that must be in the other language

std::string_view sample_of(std::string_view text) {
  if (text.size() <= kSample) return text;
  std::size_t end = kSample;
  while (end > 0 && is_continuation(text[end])) --end;
  return text.substr(0, end);
}

}  // namespace

std::string other_language(std::string_view text) {
  const std::string_view sample = sample_of(text);
  if (sample.size() < kFewest) return {};
  CLD2::CLDHints hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  CLD2::Language languages[3];
  int percents[3];
  double scores[3];
  int text_bytes = 0;
  bool reliable = false;
  CLD2::ExtDetectLanguageSummary(sample.data(), static_cast<int>(sample.size()), /*is_plain_text=*/true, &hints, 0,
                                 languages, percents, scores, nullptr, &text_bytes, &reliable);
  if (!reliable || languages[0] == CLD2::ENGLISH || languages[0] == CLD2::UNKNOWN_LANGUAGE) return {};
  const bool some_english = languages[1] == CLD2::ENGLISH || languages[2] == CLD2::ENGLISH;
  if (percents[0] < kSure || (some_english && percents[0] < 90)) return {};
  return CLD2::LanguageCode(languages[0]);
}

}  // namespace annals
