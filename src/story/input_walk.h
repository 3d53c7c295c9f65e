// All inputs behind the names on a command line: folders walked, compression undone, archives opened.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "story/archive_members.h"
#include "story/decompress.h"
#include "story/file_tree.h"
#include "story/input_file.h"

namespace annals {

class InputWalk {
 public:
  // `paths` may hold files, folders, and "-" for standard input.
  explicit InputWalk(std::vector<std::string> paths) : files_(std::move(paths)) {}

  // The next input that is neither folder nor archive nor compressed, or nothing at the end. It is valid until the next
  // call. Throws Error{Fault::input} for what is refused; the next call goes on behind it.
  std::optional<InputFile> next();

 private:
  std::optional<InputFile> unwrap(InputFile file);  // nothing where it was an archive, which is then at hand

  FileTree files_;
  SharedGuard guard_;                                      // of the file on disk
  std::vector<std::unique_ptr<ArchiveMembers>> archives_;  // those that are open, the innermost last
};

}  // namespace annals
