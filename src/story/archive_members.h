// The members of a zip or tar archive, one after another as they stand in it.
#pragma once
#include <memory>
#include <optional>
#include <string_view>

#include "story/decompress.h"
#include "story/input_file.h"

namespace annals {

bool is_archive(std::string_view head);  // needs the first kArchiveHead bytes to know a tar
inline constexpr std::size_t kArchiveHead = 512;

class ArchiveMembers {
 public:
  // Reads front to back and never seeks, so that an archive may come from standard input.
  ArchiveMembers(InputFile archive, SharedGuard guard);
  ~ArchiveMembers();

  // The next file in it, called ARCHIVE/MEMBER, or nothing at the end. It reads from the archive: it is valid until the
  // next call and no longer than this object. Folders, hidden files and what the archiver left for itself are passed
  // over. Throws Error{Fault::input} where the archive is damaged, cut short or encrypted.
  std::optional<InputFile> next();

 private:
  struct State;  // keeps libarchive out of this header
  std::shared_ptr<State> state_;
};

}  // namespace annals
