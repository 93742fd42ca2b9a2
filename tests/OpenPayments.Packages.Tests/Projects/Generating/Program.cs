using System.Net;
using BookShop.Api;

var heard = new List<string>();
using var http = new HttpClient(new AnswerHandler(new Shop(heard)));
var shop = ApiClient.For<IBookShopApi>(http);

var book = await shop.GetBookAsync(new Uri("https://shop.example/books/1"));
Console.WriteLine(book.Match(
    success => $"{success.Body.Title} for {success.Body.Price}, as {string.Join(" and ", success.Body.Formats!)}",
    failure => $"refused: {failure.Status}",
    unreadable => unreadable.Why));

var order = new Order { Book = new Uri("https://shop.example/books/1"), Delivery = new OrderDelivery.WithMail { Mail = "reader@example.com" } };
var placed = await shop.PlaceOrderAsync(new Uri("https://shop.example/orders"), order);
Console.WriteLine(placed.Match(
    success => success.Body.Delivery.Match(house => $"to {house.Street}", reader => $"to {reader.Mail}", unknown => "elsewhere"),
    failure => $"refused: {failure.Error!.Code}",
    unreadable => unreadable.Why));
Console.WriteLine(string.Join(Environment.NewLine, heard));

/// <summary>A shop without a network.</summary>
internal sealed class Shop(List<string> heard) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        heard.Add($"{request.Method} {request.RequestUri!.AbsolutePath} {body}".TrimEnd());
        var answer = request.Method == HttpMethod.Get ? """{"title":"Emma","price":1250,"formats":["paper","braille"]}""" : body;
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answer) };
    }
}
