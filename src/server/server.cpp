// HTTP by httplib: connections, limits, headers; what is asked and answered is the API's and the page's.
#include "server/server.h"

#include <fmt/format.h>
#include <httplib.h>
#include <sys/socket.h>
#include <xxhash.h>

#include <atomic>
#include <thread>

#include "annals/error.h"
#include "server/api.h"
#include "server/compression.h"
#include "server/connection_threads.h"
#include "server/document.h"
#include "server/door.h"
#include "server/embedded_files.h"
#include "server/gate.h"
#include "server/kept.h"
#include "server/problem.h"

namespace annals {
namespace {

using httplib::Request;
using httplib::Response;

constexpr std::string_view kApi = "/api/v1";
constexpr const char* kJson = "application/json";

// An answer as it is kept.
struct KeptAnswer {
  std::string plain;  // JSON
  std::string gzip;   // empty where it would not be smaller

  std::size_t bytes() const { return sizeof(KeptAnswer) + plain.capacity() + gzip.capacity(); }
};

// What every answer carries. No script but the program's own files, no request to anywhere else, no frame around us;
// blob: is how MapLibre starts its workers.
const httplib::Headers kSafeHeaders = {
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
     "connect-src 'self'; worker-src 'self' blob:; manifest-src 'self'; base-uri 'none'; form-action 'self'; "
     "frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"X-Frame-Options", "DENY"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Permissions-Policy", "camera=(), geolocation=(), microphone=()"},
};

// Gives `body`, which `owner` keeps alive, as it stands. (httplib would compress a plain body by itself, for a client
// that takes brotli at a level that costs a second a megabyte.)
void give(Response& res, std::string_view body, const char* type, std::shared_ptr<const void> owner) {
  if (body.empty()) return res.set_content("", type);
  res.set_content_provider(
      body.size(), type,
      [body, owner = std::move(owner)](std::size_t offset, std::size_t length, httplib::DataSink& sink) {
        return sink.write(body.data() + offset, length);
      });
}

void give(Response& res, std::string body, const char* type) {
  const auto kept = std::make_shared<const std::string>(std::move(body));
  give(res, *kept, type, kept);
}

void give_problem(Response& res, const Problem& problem) {
  res.status = problem.status;
  for (const auto& [name, value] : problem.headers) res.set_header(name, value);
  res.set_header("Cache-Control", "no-store");
  give(res, to_json(problem), "application/problem+json");
}

// Whether If-None-Match names the tag, by weak comparison (RFC 9110, section 13.1.2).
bool matches(const Request& req, const std::string& tag) {
  const std::string header = req.get_header_value("If-None-Match");
  return header.find('"' + tag + '"') != std::string::npos || header.find('"' + tag + "-gz\"") != std::string::npos;
}

// Gives the plain or the packed form with its ETag, or says that the client has it.
void give_tagged(const Request& req, Response& res, const std::string& tag, std::string_view plain,
                 std::string_view packed, const char* type, std::shared_ptr<const void> owner) {
  const bool pack = !packed.empty() && accepts_gzip(req.get_header_value("Accept-Encoding"));
  res.set_header("ETag", '"' + tag + (pack ? "-gz\"" : "\""));
  res.set_header("Vary", "Accept-Encoding");
  if (matches(req, tag)) {
    res.status = 304;
    return;
  }
  if (pack) res.set_header("Content-Encoding", "gzip");
  give(res, pack ? packed : plain, type, std::move(owner));
}

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

RawCall raw_call(const Request& req, std::string path_value) {
  RawCall raw;
  raw.query.assign(req.params.begin(), req.params.end());
  raw.path_value = std::move(path_value);
  raw.content_type = lower(req.get_header_value("Content-Type"));
  raw.write_header = req.get_header_value("X-Annals-Write");
  raw.body = req.body;
  return raw;
}

unsigned running(const ServeOptions& options) {
  return options.running > 0 ? options.running : 2 * std::max(1U, std::thread::hardware_concurrency());
}

}  // namespace

struct Server::Parts {
  explicit Parts(ServeOptions given)
      : options(std::move(given)),
        door(options),
        ledger(options.ledger, options.query_seconds),
        gate(running(options), std::chrono::duration<double>(options.patience_seconds)),
        searches(options.found_bytes),
        kept(options.kept_bytes) {
    if (!options.model.empty()) reading = std::make_unique<StoryReading>(options.model, options.lexicon);
    set_up();
  }

  void set_up();
  void answer(const Request& req, Response& res);
  void answer_page(const Request& req, Response& res);
  void answer_api(const Request& req, Response& res, std::string_view path);
  void answer_question(const Request& req, Response& res, const Route& route, const Call& call);
  std::string tag_of(const std::string& target);
  std::shared_ptr<const KeptAnswer> work_out(const std::string& tag, const Route& route, const Call& call);
  void answer_ahead(const std::stop_token& stop);
  void explain_refusal(const Request& req, Response& res) const;
  void require(const Gate::Pass& pass) const;
  std::string link() const;

  const ServeOptions options;
  Door door;
  LedgerReading ledger;
  std::unique_ptr<StoryReading> reading;
  const ApiDocument document;
  Gate gate;
  Searches searches;
  Kept<KeptAnswer> kept;  // by ETag, without quotation marks
  httplib::Server http;
  int listening = -1;  // the socket
  int port = 0;
};

void Server::Parts::set_up() {
  http.new_task_queue = [most = options.connections] { return new ConnectionThreads(most); };
  http.set_keep_alive_max_count(1000);
  http.set_keep_alive_timeout(5);
  http.set_read_timeout(10);
  http.set_write_timeout(10);
  http.set_tcp_nodelay(true);
  http.set_payload_max_length(options.body_bytes);
  http.set_default_headers(kSafeHeaders);
  http.set_socket_options([this](int socket) {
    httplib::default_socket_options(socket);
    listening = socket;
  });
  // What has no body is answered before httplib looks for a handler, which spares its regular expressions; the rest
  // comes to a handler, because only then is the body read and the connection fit for the next request.
  http.set_pre_routing_handler([this](const Request& req, Response& res) {
    const bool has_body = req.has_header("Content-Length") || req.has_header("Transfer-Encoding");
    const bool long_target = req.target.size() > options.target_bytes;
    if (has_body && req.method != "GET" && req.method != "HEAD" && !long_target) {
      return httplib::Server::HandlerResponse::Unhandled;
    }
    answer(req, res);
    return httplib::Server::HandlerResponse::Handled;
  });
  const auto handler = [this](const Request& req, Response& res) { answer(req, res); };
  constexpr const char* kAll = "[^]*";
  http.Post(kAll, handler).Put(kAll, handler).Patch(kAll, handler).Delete(kAll, handler).Options(kAll, handler);
  http.set_error_handler([this](const Request& req, Response& res) { explain_refusal(req, res); });
}

// Every request comes through here.
void Server::Parts::answer(const Request& req, Response& res) {
  const_cast<Request&>(req).ranges.clear();  // parts of answers are not given; httplib would cut them by itself
  res.status = 200;
  try {
    if (req.target.size() > options.target_bytes) {
      throw Problem(414, fmt::format("The address has more than {} bytes.", options.target_bytes),
                    "Use fewer or shorter filters.");
    }
    const Visitor visitor{req.get_header_value("Host"), req.get_header_value("Origin"),
                          req.get_header_value("Authorization"), req.get_header_value("Cookie")};
    door.check_caller(visitor);
    if (req.path == "/" && req.has_param("key")) {
      if (const auto cookie = door.redeem(req.get_param_value("key"))) {
        res.set_header("Set-Cookie", *cookie);
        res.set_header("Cache-Control", "no-store");
        if (options.on_link) options.on_link(link());
        return res.set_redirect("/", 303);
      }
    }
    door.check_token(visitor);
    const std::string_view path = req.path;
    if (path.starts_with(kApi) && (path.size() == kApi.size() || path[kApi.size()] == '/')) {
      answer_api(req, res, path.substr(kApi.size()));
    } else {
      answer_page(req, res);
    }
  } catch (const Problem& problem) {
    give_problem(res, problem);
  } catch (const Error& error) {
    give_problem(res, problem_of(error));
  } catch (const std::bad_alloc&) {
    give_problem(res, Problem(503, "The machine is out of memory.", "Ask for less, or again later."));
  } catch (const std::exception& error) {
    give_problem(res, Problem(500, std::string("The server failed: ") + error.what() + ".",
                              "This is a fault of Annals; please report it with the request."));
  }
}

void Server::Parts::answer_page(const Request& req, Response& res) {
  if (req.method != "GET" && req.method != "HEAD") {
    Problem problem(405, "The page is there to be read.", "Use GET.");
    problem.headers.emplace_back("Allow", "GET, HEAD");
    throw problem;
  }
  const EmbeddedFile* file = find_embedded(req.path);
  if (file == nullptr) throw Problem(404, "There is no such page.", "Open / for the page.");
  // Vite puts a hash of the content into the names under assets/.
  res.set_header("Cache-Control",
                 file->url.starts_with("/assets/") ? "private, max-age=31536000, immutable" : "private, no-cache");
  give_tagged(req, res, std::string(file->digest), file->plain, file->gzip, std::string(file->type).c_str(), nullptr);
}

void Server::Parts::answer_api(const Request& req, Response& res, std::string_view path) {
  const std::string method = req.method == "HEAD" ? "get" : lower(req.method);
  if (path == "/openapi.json" && method == "get") {
    if (!req.params.empty()) {
      throw Problem(400, "The document takes no parameters.", "Leave them out.", req.params.begin()->first);
    }
    return answer_page(req, res);
  }
  const RoutedPath routed = route_of(method, path);
  const Call call =
      document.check(document.operation(method, std::string(routed.route->path)), raw_call(req, routed.value));
  if (method == "get" && routed.route->path != "/health") return answer_question(req, res, *routed.route, call);
  const Gate::Pass pass(gate);
  require(pass);
  const Answer answer = routed.route->answer({options, ledger, searches, reading.get()}, call);
  res.status = answer.status;
  res.set_header("Cache-Control", "no-store");
  std::string packed = accepts_gzip(req.get_header_value("Accept-Encoding")) ? gzip(answer.body) : std::string();
  if (packed.empty()) return give(res, answer.body, kJson);
  res.set_header("Content-Encoding", "gzip");
  give(res, std::move(packed), kJson);
}

void Server::Parts::require(const Gate::Pass& pass) const {
  if (pass) return;
  Problem problem(503, "Too many requests are being answered.", "Ask again in a few seconds.");
  problem.headers.emplace_back("Retry-After", "2");
  throw problem;
}

// What stands for a question and the state of the ledger.
std::string Server::Parts::tag_of(const std::string& target) {
  const std::string key = ledger.state() + ' ' + target;
  return fmt::format("{:016x}{:016x}", XXH3_64bits(key.data(), key.size()),
                     XXH3_64bits_withSeed(key.data(), key.size(), 1));
}

std::shared_ptr<const KeptAnswer> Server::Parts::work_out(const std::string& tag, const Route& route,
                                                          const Call& call) {
  return kept.get(tag, [&] {
    const Gate::Pass pass(gate);
    require(pass);
    Answer answer = route.answer({options, ledger, searches, reading.get()}, call);
    std::string packed = gzip(answer.body);
    return std::make_shared<const KeptAnswer>(KeptAnswer{std::move(answer.body), std::move(packed)});
  });
}

// A question whose answer depends on the ledger alone: told that it is known, taken from those kept, or worked out.
void Server::Parts::answer_question(const Request& req, Response& res, const Route& route, const Call& call) {
  const std::string tag = tag_of(req.target);
  res.set_header("Cache-Control", "private, no-cache");
  if (matches(req, tag)) return give_tagged(req, res, tag, {}, {}, kJson, nullptr);
  const std::shared_ptr<const KeptAnswer> known = work_out(tag, route, call);
  give_tagged(req, res, tag, known->plain, known->gzip, kJson, known);
}

// What the page asks first, worked out while the reader's browser starts.
void Server::Parts::answer_ahead(const std::stop_token& stop) {
  using Query = std::vector<std::pair<std::string, std::string>>;
  static const std::pair<const char*, Query> kQuestions[] = {{"/ledger", {}},
                                                             {"/map", {{"limit", "200"}}},
                                                             {"/network", {{"by", "actor"}, {"limit", "60"}}},
                                                             {"/speakers", {{"per", "3"}, {"limit", "20"}}},
                                                             {"/negotiations", {{"limit", "20"}}}};
  try {
    for (const auto& [path, query] : kQuestions) {
      if (stop.stop_requested()) return;
      std::string target = std::string(kApi) + path;
      for (const auto& [name, value] : query) target += (&name == &query[0].first ? "?" : "&") + name + "=" + value;
      const Route& route = *route_of("get", path).route;
      RawCall raw;
      raw.query = query;
      work_out(tag_of(target), route, document.check(document.operation("get", path), raw));
    }
  } catch (...) {
    // Whoever asks is told what is wrong.
  }
}

// What httplib refuses by itself comes without a word; this finds them.
void Server::Parts::explain_refusal(const Request& req, Response& res) const {
  if (res.content_length_ > 0 || !res.body.empty() || req.method == "HEAD") return;
  switch (res.status) {
    case 413:
      return give_problem(
          res, Problem(413, fmt::format("The body has more than {} bytes.", options.body_bytes), "Send less at once."));
    case 414:
      return give_problem(res, Problem(414, "The address is too long.", "Use fewer or shorter filters."));
    case 416:
      return give_problem(res, Problem(416, "The Range header makes no sense here.", "Leave it out."));
    default:
      return give_problem(res, Problem(res.status, "The request is not HTTP as RFC 9110 has it.", "Mend the request."));
  }
}

Server::Server(ServeOptions options) : parts_(std::make_unique<Parts>(std::move(options))) {}
Server::~Server() = default;

void Server::bind() {
  Parts& p = *parts_;
  const std::string& address = p.options.address;
  p.port = p.options.port == 0 ? p.http.bind_to_any_port(address)
                               : (p.http.bind_to_port(address, p.options.port) ? p.options.port : -1);
  if (p.port < 0) {
    throw Error{Fault::usage, fmt::format("{}:{}", address, p.options.port), "another program listens there",
                "Name another port with --port, or 0 for any that is free."};
  }
  // httplib asks for a queue of five connections, beyond which the system makes clients wait a second.
  constexpr int kBacklog = 1024;
  ::listen(p.listening, kBacklog);
}

int Server::port() const { return parts_->port; }

std::string Server::Parts::link() const {
  const bool any = options.address == "0.0.0.0" || options.address == "::";
  const bool six = options.address.find(':') != std::string::npos;
  const std::string host = any ? "localhost" : six ? "[" + options.address + "]" : options.address;
  const std::string key = door.asks_token() ? "?key=" + door.link_key() : "";
  return fmt::format("http://{}:{}/{}", host, port, key);
}

std::string Server::link() const { return parts_->link(); }

void Server::run() {
  const std::jthread ahead([this](const std::stop_token& stop) { parts_->answer_ahead(stop); });
  parts_->http.listen_after_bind();
}
void Server::stop() { parts_->http.stop(); }

}  // namespace annals
