// The lexicon: the tables of lexicon/ as they stand in the model file, with a user's own laid over them.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/model_file.h"

namespace annals {

// Writes every table below `lexicon` into the model as section "lexicon/<path>", training sentences left out. Throws
// Error{Fault::lexicon} if the folder is missing.
void import_lexicon(const std::filesystem::path& lexicon, ModelWriter& writer);

class Lexicon {
 public:
  // Borrows the model. `overlay` is a user's folder of tables with the names of ours; its texts are read now and kept.
  // Throws Error{Fault::lexicon} if it is no folder or a table can not be read.
  explicit Lexicon(const ModelFile& model, const std::optional<std::filesystem::path>& overlay = std::nullopt);

  struct Table {
    std::string where;       // for messages and for `why`: "lexicon/times.tsv", or the user's path
    std::string_view text;   // lives as long as the Lexicon
    bool from_user = false;  // lies over ours
  };
  // The tables called `name` ("times.tsv"), or all in the folder `name` where it ends in "/" ("acts/"): ours first,
  // then the user's.
  std::vector<Table> tables(std::string_view name) const;

  struct Cell {
    std::string_view column, text;  // live as long as the Lexicon
  };
  // What a record's `why` names, "lexicon/acts/assault.tsv:88": the cells of that line that are not empty, with their
  // columns. None where there is no such line.
  std::vector<Cell> row(std::string_view entry) const;

 private:
  struct UserTable {
    std::string name, where, text;
  };
  std::string_view text(std::string_view where) const;

  const ModelFile& model_;
  std::vector<UserTable> user_;
};

}  // namespace annals
