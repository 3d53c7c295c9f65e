// Reads the tokenizer's msgpack, the table of norms, and the word lists of the lexicon.
#include "model/import_tokenizer.h"

#include <fstream>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/binary.h"
#include "base/frozen_map.h"
#include "base/hash.h"
#include "base/tsv.h"
#include "model/python_regex.h"
#include "model/word_class.h"

namespace annals {
namespace {

// Attribute ids in spaCy's exceptions (spacy/attrs.pxd).
constexpr std::uint64_t kOrthAttribute = 65;
constexpr std::uint64_t kNormAttribute = 67;

[[noreturn]] void refuse(const std::string& where, const std::string& problem) {
  throw Error{Fault::model, where, problem, "Give a pipeline that spaCy 3 wrote."};
}

std::string_view pattern(const MsgpackFile& file, std::string_view name) {
  const msgpack::object* value = find(file.root(), name);
  if (value == nullptr || value->is_nil()) return {};
  return as_string(*value, file.path);
}

void add_rules(const MsgpackFile& file, ModelWriter& writer) {
  BinaryWriter rules;
  const std::string_view suffix = pattern(file, "suffix_search");
  for (const char* name : {"prefix_search", "suffix_search", "infix_finditer", "token_match", "url_match"}) {
    rules.put_string(to_pcre2(pattern(file, name), file.path + " (" + name + ")"));
  }
  rules.put(suffix_bound(suffix).value_or(0));
  const msgpack::object* heuristics = find(file.root(), "faster_heuristics");
  const bool faster = heuristics == nullptr || heuristics->type != msgpack::type::BOOLEAN || heuristics->via.boolean;
  rules.put(static_cast<std::uint8_t>(faster));
  writer.add("tokenizer.rules", rules.bytes());
}

struct Part {
  std::string_view orth, norm;
  bool has_norm = false;
};

Part read_part(const msgpack::object& attributes, const std::string& where) {
  if (attributes.type != msgpack::type::MAP) refuse(where, "a tokenizer exception has a part that is no map");
  Part part;
  for (const auto& [key, value] : std::span(attributes.via.map.ptr, attributes.via.map.size)) {
    const std::uint64_t id = key.type == msgpack::type::POSITIVE_INTEGER ? key.via.u64 : 0;
    if (id == kOrthAttribute) {
      part.orth = as_string(value, where);
    } else if (id == kNormAttribute) {
      part.norm = as_string(value, where);
      part.has_norm = true;
    } else {
      refuse(where, "a tokenizer exception sets another attribute than ORTH and NORM");
    }
  }
  return part;
}

void add_exceptions(const MsgpackFile& file, ModelWriter& writer) {
  const msgpack::object& map = require(file.root(), "exceptions", file.path);
  if (map.type != msgpack::type::MAP) refuse(file.path, "its exceptions are no map");
  BinaryWriter out;
  out.put(static_cast<std::uint32_t>(map.via.map.size));
  for (const auto& [key, value] : std::span(map.via.map.ptr, map.via.map.size)) {
    const std::string_view text = as_string(key, file.path);
    if (value.type != msgpack::type::ARRAY || text.empty()) refuse(file.path, "a tokenizer exception is malformed");
    out.put_string(text);
    out.put(value.via.array.size);
    std::string together;
    for (const auto& attributes : std::span(value.via.array.ptr, value.via.array.size)) {
      const Part part = read_part(attributes, file.path);
      if (part.orth.empty()) refuse(file.path, "the exception \"" + std::string(text) + "\" has an empty part");
      together += part.orth;
      out.put_string(part.orth);
      out.put(static_cast<std::uint8_t>(part.has_norm));
      out.put_string(part.norm);
    }
    if (together != text)
      refuse(file.path, "the parts of the exception \"" + std::string(text) + "\" do not make it up");
  }
  writer.add("tokenizer.exceptions", out.bytes());
}

std::string read_text(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Error{Fault::lexicon, path.string(), "the file can not be read", "Check the lexicon folder."};
  return {std::istreambuf_iterator<char>(in), {}};
}

// Collects norms; a later one for the same word replaces an earlier one.
class Norms {
 public:
  void add(std::uint64_t word, std::string_view norm) {
    const auto [at, added] = index_.try_emplace(string_key(norm), static_cast<std::uint32_t>(keys_.size()));
    if (added) keys_.push_back(at->first);
    entries_.emplace_back(word, at->second);
  }
  void write(ModelWriter& writer) const {
    writer.add_array("lexeme.norms", std::span<const FrozenSlot>(freeze(entries_)));
    writer.add_array("lexeme.norm_keys", std::span<const std::uint64_t>(keys_));
  }

 private:
  std::unordered_map<std::uint64_t, std::uint32_t> index_;
  std::vector<std::uint64_t> keys_;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> entries_;
};

// The pipeline's table comes before the language's own norms (spacy/vocab.pyx wraps the one around the other).
void add_norms(const SpacyPipeline& pipeline, const std::filesystem::path& lexicon, ModelWriter& writer) {
  Norms norms;
  const auto path = lexicon / "norms.tsv";
  const std::string text = read_text(path);
  const TsvTable table(text, path.string());
  const std::size_t word = table.column("text");
  const std::size_t norm = table.column("norm");
  for (const TsvRow& row : table) norms.add(string_key(row[word]), row[norm]);
  if (pipeline.has_file("vocab/lookups.bin")) {
    const MsgpackFile lookups = pipeline.msgpack("vocab/lookups.bin");
    const msgpack::object* entries = find(lookups.root(), "lexeme_norm");
    if (entries != nullptr && entries->type != msgpack::type::MAP) refuse(lookups.path, "lexeme_norm is no map");
    if (entries != nullptr) {
      for (const auto& [key, value] : std::span(entries->via.map.ptr, entries->via.map.size)) {
        if (key.type != msgpack::type::POSITIVE_INTEGER) refuse(lookups.path, "a key of lexeme_norm is no number");
        norms.add(key.via.u64, as_string(value, lookups.path));
      }
    }
  }
  norms.write(writer);
}

void add_word_classes(const std::filesystem::path& lexicon, ModelWriter& writer) {
  const std::unordered_map<std::string_view, std::uint32_t> classes = {
      {"stop", kStopWord}, {"number", kNumberWord}, {"ordinal", kNumberWord}, {"tld", kTopLevelDomain}};
  const auto path = lexicon / "word_classes.tsv";
  const std::string text = read_text(path);
  const TsvTable table(text, path.string());
  const std::size_t word = table.column("word");
  const std::size_t word_class = table.column("class");
  std::unordered_map<std::uint64_t, std::uint32_t> bits;
  for (const TsvRow& row : table) {
    const auto known = classes.find(row[word_class]);
    if (known == classes.end()) {
      throw table.error(row, "there is no class \"" + std::string(row[word_class]) + "\"",
                        "Use stop, number, ordinal or tld.");
    }
    bits[string_key(row[word])] |= known->second;
  }
  const std::vector<std::pair<std::uint64_t, std::uint32_t>> entries(bits.begin(), bits.end());
  writer.add_array("lexeme.words", std::span<const FrozenSlot>(freeze(entries)));
}

}  // namespace

void import_tokenizer(const SpacyPipeline& pipeline, const std::filesystem::path& lexicon, ModelWriter& writer) {
  const MsgpackFile file = pipeline.msgpack("tokenizer");
  add_rules(file, writer);
  add_exceptions(file, writer);
  add_norms(pipeline, lexicon, writer);
  add_word_classes(lexicon, writer);
}

}  // namespace annals
