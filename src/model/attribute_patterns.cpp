// Reading of attribute ruler patterns from msgpack.
#include "model/attribute_patterns.h"

#include <algorithm>
#include <span>
#include <string_view>

#include "annals/error.h"

namespace annals {
namespace {

using Strings = std::set<std::string>;

constexpr std::size_t kMostExpansions = 256;

[[noreturn]] void refuse(const std::string& where, const std::string& what) {
  throw Error{Fault::model, where, "the attribute ruler's patterns use " + what + ", which is not supported",
              "Supported are TAG, LOWER, DEP and IS_SPACE with IN, NOT_IN and finite REGEX, setting POS, MORPH, LEMMA, "
              "TAG or DEP"};
}

std::span<const msgpack::object> items(const msgpack::object& value, const std::string& where) {
  if (value.type != msgpack::type::ARRAY) refuse(where, "something else where a list is expected");
  return {value.via.array.ptr, value.via.array.size};
}

std::span<const msgpack::object_kv> entries(const msgpack::object& value, const std::string& where) {
  if (value.type != msgpack::type::MAP) refuse(where, "something else where a map is expected");
  return {value.via.map.ptr, value.via.map.size};
}

Strings string_set(const msgpack::object& value, const std::string& where) {
  Strings strings;
  for (const auto& item : items(value, where)) strings.emplace(as_string(item, where));
  return strings;
}

PatternField field_of(std::string_view name, const std::string& where) {
  if (name == "TAG") return PatternField::tag;
  if (name == "LOWER") return PatternField::lower;
  if (name == "DEP") return PatternField::dep;
  if (name == "IS_SPACE") return PatternField::is_space;
  refuse(where, "the attribute " + std::string(name));
}

RuledAttribute ruled_attribute_of(std::string_view name, const std::string& where) {
  if (name == "POS") return RuledAttribute::pos;
  if (name == "MORPH") return RuledAttribute::morph;
  if (name == "LEMMA") return RuledAttribute::lemma;
  if (name == "TAG") return RuledAttribute::tag;
  if (name == "DEP") return RuledAttribute::dep;
  refuse(where, "an assignment to " + std::string(name));
}

PatternCondition predicate(PatternField field, const msgpack::object_kv& entry, const std::string& where) {
  const auto name = as_string(entry.key, where);
  if (name == "IN") return {field, false, string_set(entry.val, where)};
  if (name == "NOT_IN") return {field, true, string_set(entry.val, where)};
  if (name != "REGEX") refuse(where, "the predicate " + std::string(name));
  const auto regex = as_string(entry.val, where);
  auto values = expand_finite_regex(regex);
  if (!values) refuse(where, "the regular expression " + std::string(regex));
  return {field, false, std::move(*values)};
}

std::vector<PatternCondition> read_step(const msgpack::object& token, const std::string& where) {
  std::vector<PatternCondition> conditions;
  for (const auto& entry : entries(token, where)) {
    const PatternField field = field_of(as_string(entry.key, where), where);
    const auto& value = entry.val;
    if (field == PatternField::is_space) {
      if (value.type != msgpack::type::BOOLEAN) refuse(where, "IS_SPACE with a predicate");
      conditions.push_back({field, false, {value.via.boolean ? "1" : "0"}});
    } else if (value.type == msgpack::type::MAP) {
      for (const auto& one : entries(value, where)) conditions.push_back(predicate(field, one, where));
    } else {
      conditions.push_back({field, false, {std::string(as_string(value, where))}});
    }
  }
  return conditions;
}

AttributePattern read_pattern(const msgpack::object& tokens, std::int64_t index, const std::string& where) {
  AttributePattern pattern;
  for (const auto& token : items(tokens, where)) pattern.steps.push_back(read_step(token, where));
  const auto count = static_cast<std::int64_t>(pattern.steps.size());
  if (index < 0) index += count;  // as in Python, from the end of the span
  if (index < 0 || index >= count) refuse(where, "an index outside of the pattern");
  pattern.target = static_cast<std::size_t>(index);
  return pattern;
}

std::int64_t index_of(const msgpack::object& rule, const std::string& where) {
  const auto* index = find(rule, "index");
  if (index == nullptr) return 0;
  if (index->type == msgpack::type::POSITIVE_INTEGER) return static_cast<std::int64_t>(index->via.u64);
  if (index->type == msgpack::type::NEGATIVE_INTEGER) return index->via.i64;
  refuse(where, "an index that is no number");
}

AttributeRule read_rule(const msgpack::object& rule, const std::string& where) {
  AttributeRule result;
  for (const auto& tokens : items(require(rule, "patterns", where), where)) {
    result.patterns.push_back(read_pattern(tokens, index_of(rule, where), where));
  }
  for (const auto& entry : entries(require(rule, "attrs", where), where)) {
    const auto attribute = ruled_attribute_of(as_string(entry.key, where), where);
    std::string value(as_string(entry.val, where));
    if (attribute == RuledAttribute::morph) value = canonical_morph(value);
    result.sets[static_cast<std::size_t>(attribute)] = std::move(value);
  }
  return result;
}

std::vector<std::string> split(std::string_view s, char separator) {
  std::vector<std::string> parts;
  while (true) {
    const auto cut = s.find(separator);
    parts.emplace_back(s.substr(0, cut));
    if (cut == std::string_view::npos) return parts;
    s.remove_prefix(cut + 1);
  }
}

std::string join(const std::vector<std::string>& parts, char separator) {
  std::string joined;
  for (const auto& part : parts) {
    if (!joined.empty()) joined += separator;
    joined += part;
  }
  return joined;
}

// Takes one code point, or a class of them, off the front of `regex`; an empty set if it is neither.
Strings take_atom(std::string_view& regex) {
  constexpr std::string_view kSpecial = "\\.^$|()[]{}*+?";
  const auto take_code_point = [&regex] {
    std::size_t size = 1;
    while (size < regex.size() && (static_cast<unsigned char>(regex[size]) & 0xC0) == 0x80) ++size;
    std::string code_point(regex.substr(0, size));
    regex.remove_prefix(size);
    return code_point;
  };
  if (regex.front() != '[') {
    if (kSpecial.find(regex.front()) != std::string_view::npos) return {};
    return {take_code_point()};
  }
  regex.remove_prefix(1);
  Strings members;
  while (!regex.empty() && regex.front() != ']') {
    if (std::string_view("^-\\[").find(regex.front()) != std::string_view::npos) return {};
    members.insert(take_code_point());
  }
  if (regex.empty()) return {};
  regex.remove_prefix(1);
  return members;
}

}  // namespace

std::optional<std::set<std::string>> expand_finite_regex(std::string_view regex) {
  if (regex.size() < 2 || regex.front() != '^' || regex.back() != '$') return std::nullopt;
  regex = regex.substr(1, regex.size() - 2);
  Strings strings{""};
  while (!regex.empty()) {
    const Strings atoms = take_atom(regex);
    if (atoms.empty()) return std::nullopt;
    const bool optional = !regex.empty() && regex.front() == '?';
    if (optional) regex.remove_prefix(1);
    Strings longer;
    for (const auto& string : strings) {
      if (optional) longer.insert(string);
      for (const auto& atom : atoms) longer.insert(string + atom);
    }
    strings = std::move(longer);
    if (strings.size() > kMostExpansions) return std::nullopt;
  }
  return strings;
}

std::string canonical_morph(std::string_view features) {
  if (features.empty() || features == "_") return {};
  auto parts = split(features, '|');
  for (auto& part : parts) {
    const auto cut = part.find('=');
    if (cut == std::string::npos) continue;
    auto values = split(std::string_view(part).substr(cut + 1), ',');
    std::sort(values.begin(), values.end());
    part = part.substr(0, cut + 1) + join(values, ',');
  }
  std::sort(parts.begin(), parts.end());
  return join(parts, '|');
}

std::vector<AttributeRule> read_attribute_rules(const SpacyPipeline& pipeline) {
  const auto file = pipeline.msgpack("attribute_ruler/patterns");
  std::vector<AttributeRule> rules;
  for (const auto& rule : items(file.root(), file.path)) {
    rules.push_back(read_rule(rule, file.path + ", pattern " + std::to_string(rules.size())));
  }
  return rules;
}

}  // namespace annals
