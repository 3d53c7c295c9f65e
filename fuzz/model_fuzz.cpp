// Feeds files to the model's loader: it must refuse or map them, and a mapped section must be readable to its end.
#include <sys/mman.h>
#include <unistd.h>
#include <xxhash.h>

#include <cstdint>
#include <cstring>
#include <string>

#include "annals/error.h"
#include "base/binary.h"
#include "base/frozen_map.h"
#include "model/model_file.h"

namespace {

constexpr std::size_t kHeaderSize = 32;

// A random file never has the right size and checksum, so that nothing after those checks would be reached. Half of
// the inputs, those with an odd first byte, get both set right.
std::string file_of(const std::uint8_t* data, std::size_t size) {
  std::string file(reinterpret_cast<const char*>(data) + 1, size - 1);
  if ((data[0] & 1) == 0 || file.size() < kHeaderSize) return file;
  const std::uint64_t file_size = file.size();
  const std::uint64_t checksum = XXH3_64bits(file.data() + kHeaderSize, file.size() - kHeaderSize);
  std::memcpy(file.data(), "ANNALSM\n", 8);
  std::memcpy(file.data() + 8, &annals::kModelVersion, 4);
  std::memcpy(file.data() + 16, &file_size, 8);
  std::memcpy(file.data() + 24, &checksum, 8);
  return file;
}

void read_sections(const annals::ModelFile& model) {
  for (const annals::SectionEntry& entry : model.sections()) {
    // Touches every byte, in each of the ways in which sections are read.
    volatile std::uint64_t sum = 0;
    for (const char c : model.text(entry.name)) sum = sum + static_cast<unsigned char>(c);
    try {
      const annals::FrozenMap map{model.array<annals::FrozenSlot>(entry.name)};
      for (std::uint64_t key = 0; key < 64; ++key) sum = sum + map.find(key).value_or(0);
    } catch (const annals::Error&) {
    }
    try {
      annals::BinaryReader reader{model.section(entry.name), entry.name};
      while (!reader.done()) sum = sum + reader.get_string().size();
    } catch (const annals::Error&) {
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string file = file_of(data, size);
  const int fd = memfd_create("model", MFD_CLOEXEC);
  if (fd < 0 || write(fd, file.data(), file.size()) != static_cast<ssize_t>(file.size())) return 0;
  try {
    read_sections(annals::ModelFile{"/proc/self/fd/" + std::to_string(fd)});
  } catch (const annals::Error&) {
  }
  close(fd);
  return 0;
}
