// A folder of CSV files, one for each kind of record.
#pragma once
#include <array>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <span>
#include <string>

#include "output/record_columns.h"

namespace annals::cli {

class TableFolder {
 public:
  // Makes the folder where it is missing, and in it a file a kind that holds the header; files of these names are
  // replaced. Throws Error{Fault::usage} where that can not be.
  explicit TableFolder(const std::filesystem::path& folder);

  // Adds lines to the files, a string a kind in the order of kKindNames; finish() makes sure of the last. Both throw
  // Error{Fault::internal} for a full disk.
  void write(std::span<const std::string> lines);
  void finish();

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  struct File {
    std::string path;
    std::unique_ptr<std::FILE, Close> stream;
  };

  std::array<File, kKinds> files_;
};

}  // namespace annals::cli
