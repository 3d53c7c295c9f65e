// Words by Unicode categories, and the SQL function that looks for them in a sentence.
#include "ledger/phrases.h"

#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>
#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

#include "annals/error.h"
#include "base/tsv.h"
#include "base/unicode.h"

namespace annals {
namespace {

// Control characters, among them NUL, end an expression early or mean nothing.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < 0x20) {
      out += ' ';
    } else {
      out += c;
      if (c == '"') out += '"';
    }
  }
  return out + "\"";
}

std::string with_prefix(std::string_view text) {
  while (text.ends_with(' ')) text.remove_suffix(1);
  const bool prefix = text.ends_with('*');
  if (prefix) text.remove_suffix(1);
  return quoted(text) + (prefix ? " *" : "");
}

// unicode61 takes letters, numbers and private use for parts of words.
bool is_word_character(utf8proc_int32_t c) {
  const auto category = utf8proc_category(c);
  return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
         (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO) || category == UTF8PROC_CATEGORY_CO;
}

bool is_ascii(std::string_view text) {
  unsigned char bits = 0;  // no early end, so that compilers take many bytes at once
  for (const char c : text) bits |= static_cast<unsigned char>(c);
  return bits < 0x80;
}

// Most sentences of news in English are ASCII but for quotation marks, dashes and ellipses (U+2000 to U+203F, none of
// which is part of a word): for them folding is lower case.
bool is_plain(std::string_view text) {
  if (is_ascii(text)) return true;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (static_cast<unsigned char>(text[at]) < 0x80) continue;
    if (!text.substr(at).starts_with("\xE2\x80")) return false;
    at += 2;
  }
  return true;
}

std::vector<std::string> plain_words(std::string_view text) {
  std::vector<std::string> words;
  bool inside = false;
  for (const char c : text) {
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const bool part = (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9');
    if (part && !inside) words.emplace_back();
    if (part) words.back() += lower;
    inside = part;
  }
  return words;
}

struct Phrase {
  std::vector<std::string> words;
  bool prefix;
};

Phrase phrase_of(std::string_view text) {
  while (text.ends_with(' ')) text.remove_suffix(1);
  return {folded_words(text), text.ends_with('*')};
}

// Whether the letters of the word can not stand in the sentence, which spares most sentences their folding.
bool lacks(std::string_view sentence, const std::string& word) {
  if (!is_plain(sentence) || !is_ascii(word)) return false;
  const auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b; };
  return std::search(sentence.begin(), sentence.end(), word.begin(), word.end(), same) == sentence.end();
}

bool holds(std::string_view sentence, const Phrase& phrase) {
  if (phrase.words.empty() || lacks(sentence, phrase.words.front())) return false;
  const std::vector<std::string> words = folded_words(sentence);
  const auto same = [&](const std::string& word, const std::string& wanted) {
    return word == wanted || (phrase.prefix && &wanted == &phrase.words.back() && word.starts_with(wanted));
  };
  return std::search(words.begin(), words.end(), phrase.words.begin(), phrase.words.end(), same) != words.end();
}

// The byte offset `count` code points behind `at`.
std::size_t skip(std::string_view text, std::size_t at, sqlite3_int64 count) {
  for (; count > 0 && at < text.size(); --count) {
    ++at;
    while (at < text.size() && is_continuation(text[at])) ++at;
  }
  return at;
}

std::string_view slice(std::string_view text, sqlite3_int64 start, sqlite3_int64 end) {
  if (is_ascii(text)) {
    const auto first = std::min(static_cast<std::size_t>(std::max<sqlite3_int64>(start, 0)), text.size());
    return text.substr(first, static_cast<std::size_t>(std::max<sqlite3_int64>(end - start, 0)));
  }
  const std::size_t first = skip(text, 0, start);
  return text.substr(first, skip(text, first, end - start) - first);
}

std::string_view text_of(sqlite3_value* value) {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_value_text(value));
  return bytes == nullptr ? std::string_view{} : std::string_view(bytes, sqlite3_value_bytes(value));
}

void says(sqlite3_context* context, int, sqlite3_value** values) {
  auto* phrase = static_cast<Phrase*>(sqlite3_get_auxdata(context, 3));
  if (phrase == nullptr) {
    phrase = new Phrase(phrase_of(text_of(values[3])));
    sqlite3_set_auxdata(context, 3, phrase, [](void* held) { delete static_cast<Phrase*>(held); });
    phrase = static_cast<Phrase*>(sqlite3_get_auxdata(context, 3));
    if (phrase == nullptr) return sqlite3_result_error_nomem(context);
  }
  const std::string_view sentence =
      slice(text_of(values[0]), sqlite3_value_int64(values[1]), sqlite3_value_int64(values[2]));
  sqlite3_result_int(context, holds(sentence, *phrase) ? 1 : 0);
}

void is_one_of_names(sqlite3_context* context, int, sqlite3_value** values) {
  const std::vector<std::string> words = folded_words(text_of(values[0]));
  const std::vector<std::string_view> names = split_cell(text_of(values[1]));
  const bool one = std::ranges::any_of(names, [&](std::string_view name) { return folded_words(name) == words; });
  sqlite3_result_int(context, one ? 1 : 0);
}

}  // namespace

std::string phrase_expression(std::string_view phrase) { return with_prefix(phrase); }

std::string words_expression(std::string_view words) {
  std::string out;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t space = std::min(words.find_first_of(" \t\n\r", at), words.size());
    if (space > at) {
      if (!out.empty()) out += ' ';  // FTS5 reads a blank as AND
      out += with_prefix(words.substr(at, space - at));
    }
    at = space + 1;
  }
  return out.empty() ? "\"\"" : out;
}

std::vector<std::string> folded_words(std::string_view text) {
  if (is_plain(text)) return plain_words(text);
  utf8proc_uint8_t* mapped = nullptr;
  const utf8proc_ssize_t size = utf8proc_map(
      reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()), &mapped,
      static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD));
  if (size < 0) return {};
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
  const std::string_view folded(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size));
  std::vector<std::string> words;
  bool inside = false;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t begin = at;
    const bool part = is_word_character(static_cast<utf8proc_int32_t>(next_code_point(folded, at)));
    if (part && !inside) words.emplace_back();
    if (part) words.back().append(folded.substr(begin, at - begin));
    inside = part;
  }
  return words;
}

void define_says(SQLite::Database& db) {
  SQLite::Statement known(db, "SELECT 1 FROM pragma_function_list WHERE name = 'annals_says'");
  if (known.executeStep()) return;
  const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
  int status =
      sqlite3_create_function_v2(db.getHandle(), "annals_says", 4, flags, nullptr, says, nullptr, nullptr, nullptr);
  if (status == SQLITE_OK) {
    status = sqlite3_create_function_v2(db.getHandle(), "annals_is_one_of", 2, flags, nullptr, is_one_of_names, nullptr,
                                        nullptr, nullptr);
  }
  if (status != SQLITE_OK) {
    throw Error{Fault::internal, "SQLite", sqlite3_errstr(status), "Call annals again; report this if it stays."};
  }
}

}  // namespace annals
