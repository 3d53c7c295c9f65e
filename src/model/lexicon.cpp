// The lexicon: the tables of lexicon/ as they stand in the model file, with a user's own laid over them.
#include "model/lexicon.h"

#include <algorithm>
#include <fstream>

namespace annals {
namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  if (!in)
    throw Error{Fault::lexicon, path.string(), "the table can not be read", "Check the file and its permissions."};
  return text;
}

// Paths of the tables below a folder, relative to it and sorted, so that the same lexicon gives the same model.
std::vector<fs::path> table_paths(const fs::path& folder) {
  if (!fs::is_directory(folder)) {
    throw Error{Fault::lexicon, folder.string(), "there is no such folder",
                "Name the folder that holds the tables (.tsv)."};
  }
  std::vector<fs::path> paths;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const fs::path path = entry.path().lexically_relative(folder);
    if (entry.is_regular_file() && path.extension() == ".tsv" && *path.begin() != "training") paths.push_back(path);
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

bool is_named(std::string_view table, std::string_view name) {
  return name.ends_with('/') ? table.starts_with(name) : table == name;
}

}  // namespace

void import_lexicon(const fs::path& lexicon, ModelWriter& writer) {
  for (const fs::path& path : table_paths(lexicon)) {
    writer.add_text("lexicon/" + path.generic_string(), text_of(lexicon / path));
  }
}

Lexicon::Lexicon(const ModelFile& model, const std::optional<fs::path>& overlay) : model_(model) {
  if (!overlay) return;
  for (const fs::path& path : table_paths(*overlay)) {
    user_.push_back({path.generic_string(), (*overlay / path).string(), text_of(*overlay / path)});
  }
}

std::vector<Lexicon::Table> Lexicon::tables(std::string_view name) const {
  constexpr std::string_view prefix = "lexicon/";
  std::vector<Table> found;
  for (const SectionEntry& entry : model_.sections()) {
    const std::string_view section = entry.name;
    if (!section.starts_with(prefix) || !is_named(section.substr(prefix.size()), name)) continue;
    found.push_back({std::string(section), model_.text(section)});
  }
  for (const UserTable& table : user_) {
    if (is_named(table.name, name)) found.push_back({table.where, table.text, true});
  }
  return found;
}

}  // namespace annals
