// What makes a story the same story: its content, and the id under which a ledger keeps it.
#pragma once
#include <array>
#include <cstddef>
#include <string>

#include "annals/story.h"

namespace annals {

// 128-bit XXH3 of source, url, title, published and text, big-endian.
using Digest = std::array<std::byte, 16>;

struct StoryIdentity {
  std::string doc;  // one of all versions of the story
  Digest digest{};
  // Whether `doc` is the story's own. Another story's own id is another story, whatever it says; the id of a story that
  // brings none is an expedient, and the same content under another one is the same story.
  bool own_id = true;
};

// `doc` is the story's own id; of a story without one its URL, else the full path of a file that holds nothing else,
// else a name with the digest in it ("wire#5f0c39e2a1b7d648"), since lines shift when a file is written anew.
StoryIdentity identify(const Story& story);

std::string hex(const Digest& digest);

}  // namespace annals
