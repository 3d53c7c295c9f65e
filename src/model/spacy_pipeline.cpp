// Reading of spaCy 3 pipeline directories.
#include "model/spacy_pipeline.h"

#include <algorithm>
#include <cstring>
#include <fstream>
#include <nlohmann/json.hpp>
#include <span>
#include <sstream>

#include "annals/error.h"

namespace annals {
namespace {

constexpr const char* kRemedy = "Give the directory of a spaCy 3 pipeline, the one that holds config.cfg";

std::string trimmed(std::string_view s) {
  const auto begin = s.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return std::string(s.substr(begin, s.find_last_not_of(" \t\r") - begin + 1));
}

// config.cfg is an INI file whose values are JSON, or a ${section:key} or ${section.key} reference.
std::map<std::string, std::map<std::string, std::string>> parse_config(const std::string& text) {
  std::map<std::string, std::map<std::string, std::string>> config;
  std::istringstream lines(text);
  std::string line;
  std::string section;
  while (std::getline(lines, line)) {
    const std::string s = trimmed(line);
    if (s.empty() || s[0] == '#' || s[0] == ';') continue;
    if (s.front() == '[' && s.back() == ']') {
      section = s.substr(1, s.size() - 2);
    } else if (const auto equals = s.find('='); equals != std::string::npos) {
      config[section][trimmed(s.substr(0, equals))] = trimmed(s.substr(equals + 1));
    }
  }
  return config;
}

std::string read_whole(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Error{Fault::model, path.string(), "the file can not be read", kRemedy};
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> string_list(const std::string& json, const std::string& where) {
  try {
    return nlohmann::json::parse(json).get<std::vector<std::string>>();
  } catch (const nlohmann::json::exception&) {
    throw Error{Fault::model, where, "not a list of names: " + json, kRemedy};
  }
}

}  // namespace

SpacyPipeline::SpacyPipeline(std::filesystem::path directory) : directory_(std::move(directory)) {
  const auto path = directory_ / "config.cfg";
  if (!std::filesystem::exists(path)) {
    throw Error{Fault::model, directory_.string(), "there is no config.cfg in it", kRemedy};
  }
  config_ = parse_config(read_whole(path));
  const auto disabled = string_list(config_["nlp"].contains("disabled") ? config_["nlp"]["disabled"] : "[]",
                                    path.string() + " [nlp] disabled");
  for (auto& name : string_list(config_["nlp"]["pipeline"], path.string() + " [nlp] pipeline")) {
    if (std::find(disabled.begin(), disabled.end(), name) == disabled.end()) components_.push_back(std::move(name));
  }
}

bool SpacyPipeline::has_component(std::string_view name) const {
  return std::find(components_.begin(), components_.end(), name) != components_.end();
}

std::string SpacyPipeline::setting(const std::string& section, const std::string& key) const {
  const auto s = config_.find(section);
  if (s == config_.end()) return {};
  const auto k = s->second.find(key);
  if (k == s->second.end()) return {};
  const std::string& value = k->second;
  if (value.starts_with("${") && value.ends_with("}")) {
    const std::string path = value.substr(2, value.size() - 3);
    const auto cut = path.find(':') != std::string::npos ? path.find(':') : path.rfind('.');
    if (cut == std::string::npos || (path.substr(0, cut) == section && path.substr(cut + 1) == key)) return {};
    return setting(path.substr(0, cut), path.substr(cut + 1));
  }
  if (value.size() >= 2 && value.front() == '"' && value.back() == '"') return value.substr(1, value.size() - 2);
  return value;
}

MsgpackFile SpacyPipeline::msgpack(const std::string& relative) const {
  return msgpack_bytes(text(relative), (directory_ / relative).string());
}

MsgpackFile SpacyPipeline::msgpack_bytes(const std::string& bytes, const std::string& name) const {
  try {
    return {msgpack::unpack(bytes.data(), bytes.size()), name};
  } catch (const std::exception& e) {
    throw Error{Fault::model, name, std::string("not msgpack (") + e.what() + ")", "Download the pipeline again"};
  }
}

std::string SpacyPipeline::text(const std::string& relative) const { return read_whole(directory_ / relative); }

bool SpacyPipeline::has_file(const std::string& relative) const {
  return std::filesystem::exists(directory_ / relative);
}

const msgpack::object* find(const msgpack::object& map, std::string_view key) {
  if (map.type != msgpack::type::MAP) return nullptr;
  for (const auto& entry : std::span(map.via.map.ptr, map.via.map.size)) {
    const bool str = entry.key.type == msgpack::type::STR;
    const bool bin = entry.key.type == msgpack::type::BIN;
    if (str && key == std::string_view(entry.key.via.str.ptr, entry.key.via.str.size)) return &entry.val;
    if (bin && key == std::string_view(entry.key.via.bin.ptr, entry.key.via.bin.size)) return &entry.val;
  }
  return nullptr;
}

const msgpack::object& require(const msgpack::object& map, std::string_view key, const std::string& where) {
  if (const auto* value = find(map, key)) return *value;
  throw Error{Fault::model, where, "it has no \"" + std::string(key) + "\"", kRemedy};
}

std::string_view as_string(const msgpack::object& value, const std::string& where) {
  if (value.type == msgpack::type::STR) return {value.via.str.ptr, value.via.str.size};
  if (value.type == msgpack::type::BIN) return {value.via.bin.ptr, value.via.bin.size};
  throw Error{Fault::model, where, "a string was expected", kRemedy};
}

FloatArray as_floats(const msgpack::object& value, const std::string& where) {
  if (as_string(require(value, "type", where), where) != "<f4") {
    throw Error{Fault::model, where, "an array of 32-bit floats was expected", kRemedy};
  }
  FloatArray array;
  std::size_t count = 1;
  const auto& shape = require(value, "shape", where);
  for (const auto& dim : shape.as<std::vector<std::uint64_t>>()) {
    array.shape.push_back(dim);
    count *= dim;
  }
  const auto data = as_string(require(value, "data", where), where);
  if (data.size() != count * sizeof(float)) {
    throw Error{Fault::model, where, "an array's size does not match its shape", "Download the pipeline again"};
  }
  array.data.resize(count);
  std::memcpy(array.data.data(), data.data(), data.size());
  return array;
}

}  // namespace annals
