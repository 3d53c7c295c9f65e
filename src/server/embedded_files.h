// The files that the build put into the program: the page, and the OpenAPI document (tools/embed-files).
#pragma once
#include <algorithm>
#include <span>
#include <string_view>

namespace annals {

struct EmbeddedFile {
  std::string_view url;  // "/index.html"
  std::string_view type;
  std::string_view digest;  // of the bytes
  std::string_view plain;
  std::string_view gzip;  // empty where it would not be smaller
};

std::span<const EmbeddedFile> embedded_files();

// The file at that path, or nullptr. "/" is the page.
inline const EmbeddedFile* find_embedded(std::string_view path) {
  const auto files = embedded_files();
  const auto found = std::ranges::find(files, path == "/" ? "/index.html" : path, &EmbeddedFile::url);
  return found == files.end() ? nullptr : &*found;
}

}  // namespace annals
