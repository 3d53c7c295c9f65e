// The library's door: a pipeline behind the public header.
#include "annals/reader.h"

#include "record/pipeline.h"

namespace annals {

Workspace::Workspace() : buffers_(std::make_unique<Buffers>()) {}
Workspace::~Workspace() = default;
Workspace::Workspace(Workspace&&) noexcept = default;
Workspace& Workspace::operator=(Workspace&&) noexcept = default;

struct Reader::Stages : Pipeline {
  using Pipeline::Pipeline;
};

Reader::Reader(std::string_view model_path) : stages_(std::make_unique<const Stages>(std::string(model_path))) {}
Reader::~Reader() = default;

std::vector<Record> Reader::read(const Story& story, Workspace& workspace) const {
  return stages_->Pipeline::read(story, *workspace.buffers_);
}

}  // namespace annals
