// Feeds bytes to the reading of web archives, plain and packed: every record ends in a document or an Error, and the
// archive comes to an end.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "annals/error.h"
#include "story/decompress.h"
#include "story/warc.h"

namespace {

void read_all(annals::InputFile file, std::size_t size) {
  annals::WarcReader reader(std::move(file));
  for (std::size_t calls = 0; calls < size + 2; ++calls) {
    try {
      if (!reader.next()) return;
    } catch (const annals::Error&) {
      if (!reader.more()) return;
    }
  }
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  if (!annals::is_gzip(bytes)) {
    read_all({annals::bytes_of(bytes), "archive", "archive"}, size);
    return 0;
  }
  const auto guard = std::make_shared<annals::UnpackGuard>();
  const auto packed =
      std::make_shared<annals::InputFile>(annals::counted(annals::bytes_of(bytes), guard), "archive", "archive");
  read_all({annals::gunzip(packed, guard), "archive", "archive"}, std::size_t{1} << 20);
  return 0;
}
