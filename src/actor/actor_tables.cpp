// Reads the tables of actors from files.
#include "actor/actor_tables.h"

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace annals {
namespace {

constexpr std::array<std::string_view, 9> kTables = {"countries", "regions", "actors",      "leaders",
                                                     "officials", "titles",  "descriptors", "given_names",
                                                     "actor_words"};

}  // namespace

void ActorTables::add_directory(const std::string& path) {
  for (const std::string_view table : kTables) {
    const std::filesystem::path file = std::filesystem::path(path) / (std::string(table) + ".tsv");
    if (!std::filesystem::exists(file)) continue;
    std::ifstream in(file, std::ios::binary);
    auto text = std::make_unique<std::string>(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    if (!in) {
      throw Error{Fault::lexicon, file.string(), "the file cannot be read", "Check that it exists and may be read."};
    }
    texts_.push_back({table, *text, file.string()});
    owned_.push_back(std::move(text));
  }
}

}  // namespace annals
