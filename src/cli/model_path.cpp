// The usual places of the model file.
#include "cli/model_path.h"

#include <cstdlib>
#include <filesystem>
#include <vector>

#include "annals/error.h"

namespace annals::cli {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> usual_places() {
  std::vector<fs::path> places;
  std::error_code ignored;
  const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
  if (!program.empty()) places.push_back(program.parent_path() / "annals.model");
  places.emplace_back("build/annals.model");
  places.emplace_back("/usr/share/annals/annals.model");
  return places;
}

}  // namespace

std::string model_path(const std::string& given) {
  if (!given.empty()) return given;
  const char* environment = std::getenv("ANNALS_MODEL");
  if (environment != nullptr && *environment != '\0') return environment;
  std::string looked;
  for (const fs::path& place : usual_places()) {
    std::error_code ignored;
    if (fs::is_regular_file(place, ignored)) return place.string();
    looked += (looked.empty() ? "" : ", ") + place.string();
  }
  throw Error{Fault::model, "annals.model", "there is no model file (looked for " + looked + ")",
              "Build it with `make model`, or with `annals model build --pipeline DIR -o build/annals.model`; or name "
              "one with --model."};
}

}  // namespace annals::cli
