// Walking folders in the order of names, one folder's names held at a time.
#include "story/file_tree.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "annals/error.h"

namespace annals {
namespace {

namespace fs = std::filesystem;

}  // namespace

FileTree::FileTree(std::vector<std::string> paths) {
  for (auto path = paths.rbegin(); path != paths.rend(); ++path) ahead_.push_back({*path, "", true});
}

std::optional<FileTree::File> FileTree::next() {
  while (!ahead_.empty()) {
    const Entry entry = std::move(ahead_.back());
    ahead_.pop_back();
    std::error_code fault;
    const bool folder = entry.path != "-" && fs::is_directory(entry.path, fault);
    if (folder) {
      open_folder(entry.path, entry.way);
      continue;
    }
    if (!entry.named && !fs::is_regular_file(entry.path, fault)) continue;
    if (entry.path == "-") return File{entry.path, "stdin"};
    if (entry.named) return File{entry.path, fs::path(entry.path).stem().string()};
    return File{entry.path, fs::path(entry.way).replace_extension().string()};
  }
  return std::nullopt;
}

void FileTree::open_folder(const std::string& path, const std::string& way) {
  std::vector<Entry> inside;
  std::error_code fault;
  for (fs::directory_iterator at(path, fault); !fault && at != fs::directory_iterator(); at.increment(fault)) {
    const std::string name = at->path().filename().string();
    std::error_code ignored;
    if (name.starts_with('.') || (at->is_symlink(ignored) && at->is_directory(ignored))) continue;
    inside.push_back({at->path().string(), way.empty() ? name : way + "/" + name, false});
  }
  if (fault) throw Error{Fault::input, path, fault.message(), "Check that you may read the folder."};
  if (inside.empty() && way.empty()) {
    throw Error{Fault::input, path, "there are no files in this folder", "Name one that has some."};
  }
  std::sort(inside.begin(), inside.end(), [](const Entry& a, const Entry& b) { return a.path > b.path; });
  std::move(inside.begin(), inside.end(), std::back_inserter(ahead_));
}

}  // namespace annals
