// zlib's deflate in a gzip frame.
#include "server/compression.h"

#include <zlib.h>

#include <algorithm>
#include <new>

namespace annals {

bool accepts_gzip(std::string_view header) {
  while (!header.empty()) {
    const std::size_t end = std::min(header.find(','), header.size());
    std::string coding;
    for (const char c : header.substr(0, end)) {
      if (c != ' ' && c != '\t') coding.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(c))));
    }
    header.remove_prefix(std::min(end + 1, header.size()));
    if (coding == "gzip") return true;
    constexpr std::string_view kWeighted = "gzip;q=";
    if (coding.starts_with(kWeighted)) return coding.find_first_of("123456789") != std::string::npos;
  }
  return false;
}

std::string gzip(std::string_view text) {
  constexpr std::size_t kSmallest = 512;  // below this a packet is a packet
  if (text.size() < kSmallest) return {};
  z_stream stream{};
  constexpr int kLevel = 4;             // twice as fast as 6 for a few percent of size
  constexpr int kGzipWindow = 15 + 16;  // zlib.h: 16 more asks for a gzip frame
  if (deflateInit2(&stream, kLevel, Z_DEFLATED, kGzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK) throw std::bad_alloc();
  std::string packed(deflateBound(&stream, text.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  const bool done = deflate(&stream, Z_FINISH) == Z_STREAM_END;
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  if (!done || packed.size() > text.size() - text.size() / 10) return {};
  packed.shrink_to_fit();
  return packed;
}

}  // namespace annals
