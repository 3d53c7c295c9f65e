// Checksums of the user's tables.
#include "ledger/provenance.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>

namespace annals {
namespace {

namespace fs = std::filesystem;

std::string checksum_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  return fmt::format("{:016x}", XXH3_64bits(bytes.data(), bytes.size()));
}

std::string checksums_of(const fs::path& folder) {
  std::map<std::string, std::string> sums;  // sorted, so that the same tables give the same text
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file() || entry.path().extension() != ".tsv") continue;
    sums[fs::relative(entry.path(), folder).generic_string()] = checksum_of(entry.path());
  }
  return nlohmann::json(sums).dump();
}

}  // namespace

Provenance provenance(std::string_view version, const ModelFile& model,
                      const std::optional<std::filesystem::path>& lexicon) {
  return {fmt::format("annals {}", version), fmt::format("{:016x}", model.checksum()),
          lexicon ? checksums_of(*lexicon) : "{}"};
}

}  // namespace annals
