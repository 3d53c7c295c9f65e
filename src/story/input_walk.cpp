// Peeling one wrapping off another until a document is left.
#include "story/input_walk.h"

#include <filesystem>
#include <utility>

#include "annals/error.h"

namespace annals {
namespace {

// Archives within archives, and compression over compression. A zip file can contain itself (Cox, "Zip Files All The
// Way Down", 2010), so that there must be an end to it.
constexpr std::size_t kMostWrappings = 6;

// "wire.jsonl" of "wire.jsonl.gz" names the stories "wire".
InputFile unpacked(ByteReader bytes, const InputFile& packed) {
  return {std::move(bytes), packed.name(), std::filesystem::path(packed.stem()).replace_extension().string()};
}

}  // namespace

std::optional<InputFile> InputWalk::next() {
  for (;;) {
    std::optional<InputFile> file;
    if (!archives_.empty()) {
      try {
        file = archives_.back()->next();
      } catch (const Error&) {
        archives_.pop_back();
        throw;
      }
      if (!file) {
        archives_.pop_back();
        continue;
      }
    } else {
      const auto named = files_.next();
      if (!named) return std::nullopt;
      guard_ = std::make_shared<UnpackGuard>();
      guard_->name = named->path == "-" ? "standard input" : named->path;
      file.emplace(counted(file_bytes(named->path), guard_), guard_->name, named->stem);
    }
    if (auto plain = unwrap(std::move(*file))) return plain;
  }
}

std::optional<InputFile> InputWalk::unwrap(InputFile file) {
  for (std::size_t depth = archives_.size();; ++depth) {
    const std::string_view head = file.peek(kArchiveHead);
    const bool archive = is_archive(head);
    if (!archive && !is_gzip(head) && !is_zstd(head)) return file;
    if (depth == kMostWrappings) {
      throw Error{Fault::input, file.name(),
                  "archives and compression are nested more than " + std::to_string(kMostWrappings) + " deep",
                  "Unpack it by hand if you trust it."};
    }
    if (archive) {
      archives_.push_back(std::make_unique<ArchiveMembers>(std::move(file), guard_));
      return std::nullopt;
    }
    const bool gzip = is_gzip(head);
    const auto packed = std::make_shared<InputFile>(std::move(file));
    file = unpacked(gzip ? gunzip(packed, guard_) : unzstd(packed, guard_), *packed);
  }
}

}  // namespace annals
