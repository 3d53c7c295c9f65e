// POST /read: a story's text to its records, without keeping either.
#pragma once
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "base/utf8.h"
#include "record/pipeline.h"
#include "server/pool.h"

namespace annals {

class StoryReading {
 public:
  // Maps the model. Throws what Pipeline throws.
  StoryReading(const std::string& model, const std::optional<std::filesystem::path>& lexicon);

  // The answer to a StoryToRead of at most `most_bytes`. Throws Problem{400 or 413} where it can not be read.
  std::string read(const nlohmann::json& story, std::size_t most_bytes);

 private:
  struct Desk {
    Workspace::Buffers buffers;
    CodePointIndex index;
  };

  Pipeline pipeline_;
  Pool<Desk> desks_;
};

}  // namespace annals
