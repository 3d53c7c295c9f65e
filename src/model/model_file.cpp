// Writing, checking and mapping of the model file.
#include "model/model_file.h"

#include <xxhash.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>

namespace annals {
namespace {

constexpr char kMagic[8] = {'A', 'N', 'N', 'A', 'L', 'S', 'M', '\n'};
constexpr const char* kBuildRemedy = "Build the model with `annals model build` (or run `make model`)";

struct Header {
  char magic[8];
  std::uint32_t version;
  std::uint32_t section_count;
  std::uint64_t file_size;
  std::uint64_t checksum;  // XXH3-64 of every byte after the header
};
static_assert(sizeof(Header) == 32);

std::size_t aligned(std::size_t at) { return (at + kSectionAlignment - 1) / kSectionAlignment * kSectionAlignment; }

void write_file(const std::string& path, std::span<const std::byte> bytes) {
  const std::string temporary = path + ".part";
  std::ofstream out(temporary, std::ios::binary | std::ios::trunc);
  out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out || std::rename(temporary.c_str(), path.c_str()) != 0) {
    const std::string why = std::strerror(errno);
    std::remove(temporary.c_str());
    throw Error{Fault::model, path, "the model could not be written (" + why + ")",
                "Check that the folder exists, may be written to, and has space left."};
  }
}

}  // namespace

void ModelWriter::add(std::string_view name, std::span<const std::byte> bytes) {
  if (name.size() >= kSectionNameSize) {
    throw Error{Fault::internal, std::string(name), "the section's name is too long", "Shorten it."};
  }
  sections_.push_back({std::string(name), {bytes.begin(), bytes.end()}});
}

void ModelWriter::write(const std::string& path) const {
  std::vector<SectionEntry> table(sections_.size());
  std::size_t at = aligned(sizeof(Header) + table.size() * sizeof(SectionEntry));
  for (std::size_t i = 0; i < sections_.size(); ++i) {
    table[i] = {};
    std::memcpy(table[i].name, sections_[i].name.data(), sections_[i].name.size());
    table[i].offset = at;
    table[i].size = sections_[i].bytes.size();
    at = aligned(at + table[i].size);
  }
  std::vector<std::byte> file(at, std::byte{0});
  std::memcpy(file.data() + sizeof(Header), table.data(), table.size() * sizeof(SectionEntry));
  for (std::size_t i = 0; i < sections_.size(); ++i) {
    std::copy(sections_[i].bytes.begin(), sections_[i].bytes.end(),
              file.begin() + static_cast<std::ptrdiff_t>(table[i].offset));
  }
  Header header{};
  std::memcpy(header.magic, kMagic, sizeof(kMagic));
  header.version = kModelVersion;
  header.section_count = static_cast<std::uint32_t>(table.size());
  header.file_size = file.size();
  header.checksum = XXH3_64bits(file.data() + sizeof(Header), file.size() - sizeof(Header));
  std::memcpy(file.data(), &header, sizeof(header));
  write_file(path, file);
}

ModelFile::ModelFile(std::string path) : path_(std::move(path)) {
  file_ = MappedFile::open(path_, kBuildRemedy);
  const auto bytes = file_.bytes();
  const auto refuse = [&](const std::string& problem, const std::string& remedy) {
    throw Error{Fault::model, path_, problem, remedy};
  };
  Header header{};
  if (bytes.size() < sizeof(Header)) refuse("this is no Annals model", kBuildRemedy);
  std::memcpy(&header, bytes.data(), sizeof(Header));
  if (std::memcmp(header.magic, kMagic, sizeof(kMagic)) != 0) refuse("this is no Annals model", kBuildRemedy);
  if (header.version > kModelVersion) {
    refuse("the model is of format " + std::to_string(header.version) + " and this annals reads up to " +
               std::to_string(kModelVersion),
           "Upgrade annals, or build the model again with this one");
  }
  if (header.file_size != bytes.size()) {
    refuse("the model is cut short or has grown: " + std::to_string(bytes.size()) + " bytes, " +
               std::to_string(header.file_size) + " written",
           kBuildRemedy);
  }
  if (header.checksum != XXH3_64bits(bytes.data() + sizeof(Header), bytes.size() - sizeof(Header))) {
    refuse("the model was altered after it was built: its checksum does not match", kBuildRemedy);
  }
  checksum_ = header.checksum;
  const std::size_t room = (bytes.size() - sizeof(Header)) / sizeof(SectionEntry);
  if (header.section_count > room) refuse("its section table does not fit", kBuildRemedy);
  sections_ = {reinterpret_cast<const SectionEntry*>(bytes.data() + sizeof(Header)), header.section_count};
  for (const SectionEntry& entry : sections_) {
    const bool fits = entry.offset <= bytes.size() && entry.size <= bytes.size() - entry.offset;
    const bool named = std::memchr(entry.name, '\0', kSectionNameSize) != nullptr;
    if (!fits || !named || entry.offset % kSectionAlignment != 0) refuse("its section table is damaged", kBuildRemedy);
  }
}

bool ModelFile::has(std::string_view name) const {
  for (const SectionEntry& entry : sections_) {
    if (name == entry.name) return true;
  }
  return false;
}

std::span<const std::byte> ModelFile::section(std::string_view name) const {
  for (const SectionEntry& entry : sections_) {
    if (name == entry.name) return file_.bytes().subspan(entry.offset, entry.size);
  }
  fail(name, "is missing");
}

void ModelFile::fail(std::string_view name, std::string_view problem) const {
  throw Error{Fault::model, path_, "section " + std::string(name) + " " + std::string(problem), kBuildRemedy};
}

}  // namespace annals
