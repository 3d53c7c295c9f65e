// The one model file: named, aligned sections behind a header with a version and a checksum.
//
// docs/model-file.md describes the format. Version history:
//   1  header, section table, sections (2026)
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "annals/error.h"
#include "base/mapped_file.h"

namespace annals {

inline constexpr std::uint32_t kModelVersion = 1;
inline constexpr std::size_t kSectionAlignment = 64;  // a cache line, and an AVX-512 vector
inline constexpr std::size_t kSectionNameSize = 48;   // with the closing NUL

// One row of the section table, as it stands in the file.
struct SectionEntry {
  char name[kSectionNameSize];
  std::uint64_t offset;  // bytes from the start of the file, a multiple of kSectionAlignment
  std::uint64_t size;    // bytes
};

// Collects sections and writes the file.
class ModelWriter {
 public:
  // `name` must be new and shorter than kSectionNameSize.
  void add(std::string_view name, std::span<const std::byte> bytes);

  template <typename T>
  requires std::is_trivially_copyable_v<T>
  void add_array(std::string_view name, std::span<const T> values) { add(name, std::as_bytes(values)); }
  void add_text(std::string_view name, std::string_view text) { add_array(name, std::span(text.data(), text.size())); }

  // Writes to a temporary file beside `path` and renames it, so that a reader never sees half a model.
  void write(const std::string& path) const;

 private:
  struct Section {
    std::string name;
    std::vector<std::byte> bytes;
  };
  std::vector<Section> sections_;
};

// A mapped model. It never changes and may be shared by threads; spans it gives live as long as it does.
class ModelFile {
 public:
  // Throws Error{Fault::model} in one line if the file is missing, no model, cut short, altered, or of a newer version.
  explicit ModelFile(std::string path);

  const std::string& path() const { return path_; }
  std::uint64_t checksum() const { return checksum_; }
  std::size_t size() const { return file_.bytes().size(); }
  std::span<const SectionEntry> sections() const { return sections_; }

  bool has(std::string_view name) const;
  // Throws Error{Fault::model} if there is no such section.
  std::span<const std::byte> section(std::string_view name) const;
  std::string_view text(std::string_view name) const {
    const auto bytes = section(name);
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
  }
  // The section as an array; throws if its size is no multiple of T's.
  template <typename T>
  requires std::is_trivially_copyable_v<T> std::span<const T> array(std::string_view name)
  const {
    const auto bytes = section(name);
    if (bytes.size() % sizeof(T) != 0) fail(name, "has an odd size");
    return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
  }

 private:
  [[noreturn]] void fail(std::string_view name, std::string_view problem) const;

  std::string path_;
  MappedFile file_;
  std::span<const SectionEntry> sections_;
  std::uint64_t checksum_ = 0;
};

}  // namespace annals
