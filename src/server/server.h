// `annals serve`: a ledger over HTTP, for the page that comes with it and for programs.
#pragma once
#include <memory>
#include <string>

#include "server/serve_options.h"

namespace annals {

class Server {
 public:
  // Opens the ledger and maps the model. Throws Error where one of them, or an option, will not do.
  explicit Server(ServeOptions options);
  ~Server();

  // Takes the port. Throws Error{Fault::usage} where another program has it.
  void bind();
  int port() const;

  // The address to open in a browser; with a token, the link that lets one browser in.
  std::string link() const;

  // Answers until stop() is called, from whatever thread.
  void run();
  void stop();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace annals
