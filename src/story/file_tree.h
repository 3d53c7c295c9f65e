// Files named on a command line, with folders replaced by the files below them in order of their names.
#pragma once
#include <optional>
#include <string>
#include <vector>

namespace annals {

class FileTree {
 public:
  struct File {
    std::string path;
    std::string stem;  // the name without extension; below a folder, with the way there: "2023/nov/talks"
  };

  explicit FileTree(std::vector<std::string> paths);

  // The next file, or nothing at the end. Hidden files and links to folders are passed over below a folder. Throws
  // Error{Fault::input} for a folder that may not be read; the next call goes on behind it.
  std::optional<File> next();

 private:
  void open_folder(const std::string& path, const std::string& way);

  struct Entry {
    std::string path;
    std::string way;  // from the folder that was named down to here
    bool named;       // on the command line
  };
  std::vector<Entry> ahead_;  // the next one is the last
};

}  // namespace annals
