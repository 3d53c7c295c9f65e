// What tests share: files of the source tree, folders of their own, and the wording of errors.
#pragma once
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "annals/error.h"

namespace annals::support {

// The bytes of a file of the source tree; throws if it is not there, so that no table passes by being empty.
inline std::string read_file(const std::string& relative) {
  std::ifstream in(std::filesystem::path(ANNALS_SOURCE_DIR) / relative, std::ios::binary);
  if (!in) throw Error{Fault::internal, relative, "the test's fixture is missing", "Restore it."};
  return {std::istreambuf_iterator<char>(in), {}};
}

// The message of the Error that `work` throws, or "no error".
template <typename Work>
std::string message(Work&& work) {
  try {
    work();
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

// A folder that lives as long as the object.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "annals_test_XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder could be made");
    path_ = pattern;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  std::string path(const std::string& name) const { return (path_ / name).string(); }
  // Writes a file and gives its path.
  std::string file(const std::string& name, const std::string& bytes) const {
    std::ofstream(path(name), std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return path(name);
  }

 private:
  std::filesystem::path path_;
};

}  // namespace annals::support
