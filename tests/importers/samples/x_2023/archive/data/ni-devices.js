window.YTD.ni_devices.part0 = [
 {
  "niDeviceResponse": {
   "pushDevice": {
    "deviceVersion": "16.6",
    "udid": "00000000-AAAA",
    "deviceType": "Apple",
    "updatedDate": "2023.09.10",
    "createdDate": "2022.05.06"
   }
  }
 },
 {
  "niDeviceResponse": {
   "messagingDevice": {
    "phone_number": "+15550100",
    "carrier": "xx.example",
    "deviceType": "Auth",
    "updatedDate": "2021.10.20",
    "createdDate": "2020.02.01"
   }
  }
 }
]