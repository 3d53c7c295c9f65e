// A spaCy 3 pipeline directory as it lies on disk: config.cfg and the msgpack files of its components.
#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <msgpack.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace annals {

// A msgpack document and the memory it lies in.
struct MsgpackFile {
  msgpack::object_handle handle;
  std::string path;  // for messages

  const msgpack::object& root() const { return handle.get(); }
};

class SpacyPipeline {
 public:
  // Reads config.cfg. Throws Error{Fault::model} if `directory` holds no spaCy pipeline.
  explicit SpacyPipeline(std::filesystem::path directory);

  const std::filesystem::path& directory() const { return directory_; }
  // Component names in the order in which they run, those disabled by default left out.
  const std::vector<std::string>& components() const { return components_; }
  bool has_component(std::string_view name) const;

  // The value of `key` in `section` of config.cfg with its quotes taken off, "" where there is none; references such
  // as ${a.b:c} are resolved.
  std::string setting(const std::string& section, const std::string& key) const;

  // Reads `relative` ("tokenizer", "ner/model") as msgpack. Throws Error{Fault::model} if missing or malformed.
  MsgpackFile msgpack(const std::string& relative) const;
  MsgpackFile msgpack_bytes(const std::string& bytes, const std::string& name) const;
  std::string text(const std::string& relative) const;  // the file's bytes; throws if missing
  bool has_file(const std::string& relative) const;

 private:
  std::filesystem::path directory_;
  std::vector<std::string> components_;
  std::map<std::string, std::map<std::string, std::string>> config_;
};

// The value under `key` of a msgpack map (whose keys may be str or bin), or nullptr.
const msgpack::object* find(const msgpack::object& map, std::string_view key);
// The same; throws Error{Fault::model} naming `where` if it is absent.
const msgpack::object& require(const msgpack::object& map, std::string_view key, const std::string& where);
// The bytes of a str or bin. Valid as long as the MsgpackFile.
std::string_view as_string(const msgpack::object& value, const std::string& where);

// A dense array as srsly's msgpack-numpy writes it. `data` is a copy in row-major order.
struct FloatArray {
  std::vector<std::size_t> shape;
  std::vector<float> data;
};
FloatArray as_floats(const msgpack::object& value, const std::string& where);

}  // namespace annals
