// The lexicon: the tables of lexicon/ as they stand in the model file, with a user's own laid over them.
#include "model/lexicon.h"

#include <algorithm>
#include <charconv>
#include <fstream>

#include "base/tsv.h"

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

std::string_view Lexicon::text(std::string_view where) const {
  for (const UserTable& table : user_) {
    if (table.where == where) return table.text;
  }
  return where.starts_with("lexicon/") && model_.has(where) ? model_.text(where) : std::string_view();
}

std::vector<Lexicon::Cell> Lexicon::row(std::string_view entry) const {
  const std::size_t colon = entry.rfind(':');
  if (colon == entry.npos) return {};
  const std::string_view where = entry.substr(0, colon), number = entry.substr(colon + 1);
  int line = 0;
  std::from_chars(number.data(), number.data() + number.size(), line);
  const std::string_view table_text = text(where);
  if (table_text.empty()) return {};
  const TsvTable table(table_text, std::string(where));
  std::vector<Cell> cells;
  for (const TsvRow& row : table) {
    if (row.line != line) continue;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (!row[i].empty()) cells.push_back({table.columns()[i], row[i]});
    }
  }
  return cells;
}

}  // namespace annals
