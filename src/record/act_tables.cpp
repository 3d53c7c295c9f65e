// Loads the tables that acts are found by.
#include "model/lexicon.h"
#include "record/acts.h"

namespace annals {
namespace {

template <typename Part>
void add_tables(const Lexicon& lexicon, std::string_view name, Part& part) {
  for (const Lexicon::Table& table : lexicon.tables(name)) part.add(TsvTable(table.text, table.where));
}

}  // namespace

ActTables::ActTables(const Lexicon& lexicon) {
  add_tables(lexicon, "classes.tsv", classes);
  add_tables(lexicon, "factuality.tsv", factuality);
  add_tables(lexicon, "light_verbs.tsv", light_verbs);
  add_tables(lexicon, "nesting.tsv", nesting);
  for (const Lexicon::Table& table : lexicon.tables("acts/")) {
    frames.add(TsvTable(table.text, table.where), table.where, table.from_user);
  }
  frames.finish();
}

}  // namespace annals
