// Opening and writing the files of a folder of tables.
#include "cli/table_folder.h"

#include <cerrno>
#include <cstring>
#include <system_error>

#include "annals/error.h"
#include "output/csv.h"

namespace annals::cli {
namespace {

void check(bool good, const std::string& path) {
  if (!good) throw Error{Fault::internal, path, std::strerror(errno), "Check the disk; the file is not complete."};
}

}  // namespace

TableFolder::TableFolder(const std::filesystem::path& folder) {
  std::error_code fault;
  std::filesystem::create_directories(folder, fault);
  if (fault) throw Error{Fault::usage, folder.string(), fault.message(), "Name a folder that can be made there."};
  std::array<std::string, kKinds> headers;
  for (std::size_t kind = 0; kind < kKinds; ++kind) {
    File& file = files_[kind];
    file.path = (folder / kTableNames[kind]).string() + ".csv";
    file.stream.reset(std::fopen(file.path.c_str(), "wb"));
    if (!file.stream) {
      throw Error{Fault::usage, file.path, std::strerror(errno), "Name a folder that can be written."};
    }
    append_csv_header(headers[kind], columns_of(kind));
  }
  write(headers);
}

void TableFolder::write(std::span<const std::string> lines) {
  for (std::size_t kind = 0; kind < kKinds; ++kind) {
    const File& file = files_[kind];
    check(std::fwrite(lines[kind].data(), 1, lines[kind].size(), file.stream.get()) == lines[kind].size(), file.path);
  }
}

void TableFolder::finish() {
  for (const File& file : files_) check(std::fflush(file.stream.get()) == 0, file.path);
}

}  // namespace annals::cli
