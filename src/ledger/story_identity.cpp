// Digests of stories by XXH3, and ids for those that bring none.
#include "ledger/story_identity.h"

#include <xxhash.h>

#include <cstring>
#include <filesystem>
#include <memory>
#include <string_view>

#include "base/iso_date.h"

namespace annals {
namespace {

using State = std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)>;

// With its length, so that no two ways of parting the same bytes agree.
void update(XXH3_state_t* state, std::string_view field) {
  const std::uint64_t size = field.size();
  XXH3_128bits_update(state, &size, sizeof size);
  XXH3_128bits_update(state, field.data(), field.size());
}

Digest digest_of(const Story& story) {
  thread_local const State state(XXH3_createState(), XXH3_freeState);
  XXH3_128bits_reset(state.get());
  std::string published;
  if (story.published) append_iso_date(published, *story.published);
  for (const std::string_view field :
       {std::string_view(story.source), std::string_view(story.url), std::string_view(story.title),
        std::string_view(published), std::string_view(story.text)}) {
    update(state.get(), field);
  }
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits_digest(state.get()));
  Digest digest;
  std::memcpy(digest.data(), canonical.digest, digest.size());
  return digest;
}

std::string full_path(const std::string& path) {
  std::error_code fault;
  const std::filesystem::path full = std::filesystem::absolute(path, fault);
  return fault ? path : full.lexically_normal().string();
}

}  // namespace

StoryIdentity identify(const Story& story) {
  StoryIdentity identity{story.id, digest_of(story), story.id_source == IdSource::document};
  if (identity.own_id) return identity;
  if (!story.url.empty()) {
    identity.doc = story.url;
  } else if (story.id_source == IdSource::file) {
    identity.doc = full_path(story.origin);
  } else {
    identity.doc = story.id.substr(0, story.id.rfind(':')) + '#' + hex(identity.digest).substr(0, 16);
  }
  return identity;
}

std::string hex(const Digest& digest) {
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string out;
  for (const std::byte b : digest) {
    const auto value = std::to_integer<unsigned>(b);
    out += {kHex[value >> 4], kHex[value & 15]};
  }
  return out;
}

}  // namespace annals
