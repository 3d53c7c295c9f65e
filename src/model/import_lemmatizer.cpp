// Turns the lemmatizer's look-up tables into the sections that lemma_sections.h describes.
#include "model/import_lemmatizer.h"

#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/binary.h"
#include "base/frozen_map.h"
#include "model/lemma_sections.h"

namespace annals {
namespace {

constexpr const char* kFile = "lemmatizer/lookups/lookups.bin";

// Languages whose lemmatizer class in spaCy's lang/*/lemmatizer.py brings rules of its own in code. English does as
// well, and its rule is implemented here; other languages use the base class.
constexpr std::array kOwnLemmatizer = {"ca", "el", "es", "fr", "ga", "ht", "it", "mk", "nl", "pl", "ru", "uk"};

struct PosTables {
  std::vector<std::pair<std::string, std::string>> rules;
  std::map<std::string, std::vector<std::string>> exceptions;
  std::vector<std::string> index;

  bool empty() const { return rules.empty() && exceptions.empty() && index.empty(); }
};
using Tables = std::map<std::uint64_t, PosTables>;  // by string_key of the part of speech

[[noreturn]] void malformed(const std::string& where) {
  throw Error{Fault::model, where, "a lemmatizer table is not of the form that spaCy 3 writes",
              "Download the pipeline again"};
}

std::span<const msgpack::object> items(const msgpack::object& value, const std::string& where) {
  if (value.type != msgpack::type::ARRAY) malformed(where);
  return {value.via.array.ptr, value.via.array.size};
}

std::span<const msgpack::object_kv> entries(const msgpack::object& value, const std::string& where) {
  if (value.type != msgpack::type::MAP) malformed(where);
  return {value.via.map.ptr, value.via.map.size};
}

std::vector<std::string> strings(const msgpack::object& value, const std::string& where) {
  std::vector<std::string> result;
  for (const auto& item : items(value, where)) result.emplace_back(as_string(item, where));
  return result;
}

template <typename Read>
void each_pos(const msgpack::object& lookups, const char* name, const std::string& where, Read read) {
  for (const auto& entry : entries(require(lookups, name, where), where)) {
    if (entry.key.type != msgpack::type::POSITIVE_INTEGER) malformed(where);
    read(entry.key.via.u64, entry.val);
  }
}

Tables read_tables(const MsgpackFile& file) {
  const std::string& where = file.path;
  Tables tables;
  each_pos(file.root(), "lemma_rules", where, [&](std::uint64_t pos, const msgpack::object& rules) {
    for (const auto& rule : items(rules, where)) {
      auto pair = strings(rule, where);
      if (pair.size() != 2) malformed(where);
      tables[pos].rules.emplace_back(std::move(pair[0]), std::move(pair[1]));
    }
  });
  each_pos(file.root(), "lemma_exc", where, [&](std::uint64_t pos, const msgpack::object& words) {
    for (const auto& word : entries(words, where)) {
      tables[pos].exceptions[std::string(as_string(word.key, where))] = strings(word.val, where);
    }
  });
  each_pos(file.root(), "lemma_index", where,
           [&](std::uint64_t pos, const msgpack::object& words) { tables[pos].index = strings(words, where); });
  std::erase_if(tables, [](const auto& entry) { return entry.second.empty(); });
  return tables;
}

void write_words(const Tables& tables, const std::string& where, ModelWriter& writer) {
  std::map<std::uint64_t, std::uint32_t> words;
  BinaryWriter blob;
  for (const auto& [pos, table] : tables) {
    for (const auto& [word, forms] : table.exceptions) {
      if (blob.bytes().size() >= (1U << 30)) malformed(where);  // offsets have 31 bits
      words[lemma_key(pos, word)] |= 2 * (1 + static_cast<std::uint32_t>(blob.bytes().size()));
      blob.put(static_cast<std::uint32_t>(forms.size()));
      for (const auto& form : forms) blob.put_string(form);
    }
    for (const auto& word : table.index) words[lemma_key(pos, word)] |= 1;
  }
  writer.add_array<FrozenSlot>(
      kLemmaWords, freeze(std::vector<std::pair<std::uint64_t, std::uint32_t>>(words.begin(), words.end())));
  writer.add(kLemmaExceptions, blob.bytes());
}

void write_rules(const Tables& tables, bool overwrite, bool english, ModelWriter& writer) {
  BinaryWriter out;
  out.put<std::uint8_t>(overwrite ? 1 : 0);
  out.put<std::uint8_t>(english ? 1 : 0);
  out.put(static_cast<std::uint32_t>(tables.size()));
  for (const auto& [pos, table] : tables) {
    out.put(pos);
    out.put(static_cast<std::uint32_t>(table.rules.size()));
    for (const auto& [old_ending, new_ending] : table.rules) {
      out.put_string(old_ending);
      out.put_string(new_ending);
    }
  }
  writer.add(kLemmaRules, out.bytes());
}

}  // namespace

void import_lemmatizer(const SpacyPipeline& pipeline, ModelWriter& writer) {
  const std::string where = pipeline.directory().string();
  const std::string mode = pipeline.setting("components.lemmatizer", "mode");
  const std::string language = pipeline.setting("nlp", "lang");
  if (mode != "rule") {
    throw Error{Fault::model, where, "the lemmatizer's mode is \"" + mode + "\"", "Only \"rule\" is supported"};
  }
  if (std::find(kOwnLemmatizer.begin(), kOwnLemmatizer.end(), language) != kOwnLemmatizer.end()) {
    throw Error{Fault::model, where, "spaCy lemmatizes the language \"" + language + "\" by code of its own",
                "Use an English pipeline"};
  }
  const auto file = pipeline.msgpack(kFile);
  const Tables tables = read_tables(file);
  write_words(tables, file.path, writer);
  write_rules(tables, pipeline.setting("components.lemmatizer", "overwrite") == "true", language == "en", writer);
}

}  // namespace annals
